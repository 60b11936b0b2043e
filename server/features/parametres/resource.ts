import { champInvalide, refuse } from '../../core/errors.ts';
import type { Rule } from '../../core/records/rules.ts';
import { resource } from '../../core/resource.ts';
import { objection } from './catalogue.ts';
import { messages } from './messages.ts';
import { Parametre } from './parametre.ts';

/** The list is the product's own: people set values. */
const onlyValues: Rule<Parametre> = ({ before, after }) => {
  if (!before || !after) throw refuse('parametre_fixe');
  const wrong = objection(after.code, after.valeur);
  if (wrong) throw champInvalide('valeur', wrong.key, wrong.values);
};

export const parametres = resource(Parametre, {
  title: ['code'],
  list: ['code', 'valeur', 'modifie_le'],
  order: 'code',
  branch: 'shared',
  grants: { auditeur: ['lire', 'exporter'] },
  rules: [onlyValues],
  messages,
});
