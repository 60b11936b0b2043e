import { champInvalide } from '../../core/errors.ts';
import type { Rule } from '../../core/records/rules.ts';
import { resource } from '../../core/resource.ts';
import { objection } from './catalogue.ts';
import { messages } from './messages.ts';
import { Parametre } from './parametre.ts';

const fits: Rule<Parametre> = ({ after }) => {
  const wrong = after && objection(after.code, after.valeur);
  if (wrong) throw champInvalide('valeur', wrong.key, wrong.values);
};

export const parametres = resource(Parametre, {
  title: ['code'],
  list: ['code', 'valeur', 'modifie_le'],
  order: 'code',
  branch: 'shared',
  grants: { auditeur: ['lire', 'exporter'] },
  verbs: ['modifier'],
  rules: [fits],
  messages,
});
