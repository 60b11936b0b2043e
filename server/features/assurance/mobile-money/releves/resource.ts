import { action } from '../../../../core/action.ts';
import { resource } from '../../../../core/resource.ts';
import { messages } from './messages.ts';
import { comparer } from './rapprocher.ts';
import { Releve } from './releve.ts';
import { lire, reste } from './rules.ts';

export const releves = resource(Releve, {
  title: ['empreinte'],
  list: ['operateur', 'du', 'au', 'lignes', 'montant_operateur', 'montant_nous', 'a_resoudre', 'rapproche_le'],
  order: '-id',
  grants: { auditeur: ['lire', 'exporter'] },
  shownAs: { contenu: (_actor, column) => `left(${column}, 200)` },
  prepare: lire,
  rules: [reste],
  actions: [
    action(Releve, {
      name: 'rapprocher',
      icon: 'Shuffle',
      run: (releve, _input, { tx }) => comparer(tx, releve),
    }),
  ],
  messages,
});
