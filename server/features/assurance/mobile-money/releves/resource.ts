import { action } from '../../../../core/action.ts';
import { resource } from '../../../../core/resource.ts';
import { messages } from './messages.ts';
import { comparer } from './rapprocher.ts';
import { Releve } from './releve.ts';
import { lire } from './rules.ts';

export const releves = resource(Releve, {
  title: ['operateur', 'du'],
  list: ['operateur', 'du', 'au', 'lignes', 'montant_operateur', 'montant_nous', 'a_resoudre', 'rapproche_le'],
  order: '-id',
  // What an operator has written is neither rewritten nor thrown away.
  verbs: ['creer'],
  grants: { auditeur: ['lire', 'exporter'] },
  shownAs: { contenu: (_actor, column) => `left(${column}, 200)` },
  prepare: lire,
  actions: [
    action(Releve, {
      name: 'rapprocher',
      icon: 'Shuffle',
      run: (releve, _input, { tx }) => comparer(tx, releve),
    }),
  ],
  messages,
});
