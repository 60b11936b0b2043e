import { resource } from '../../../core/resource.ts';
import { enroler, revoquer } from './actions.ts';
import { Borne } from './borne.ts';
import { messages } from './messages.ts';

/** One that is in service and was not heard of for so long is silent. */
const SILENCE = `interval '5 minutes'`;
const entendue = (alias: string) => `${alias}.dernier_contact > now() - ${SILENCE}`;

export const bornes = resource(Borne, {
  title: ['nom'],
  list: ['nom', 'succursale_id', 'emplacement', 'etat', 'imprimante', 'dernier_contact', 'version'],
  search: ['nom', 'emplacement'],
  order: 'nom',
  branch: 'succursale_id',
  shownAs: {
    etat: (_actor, column) => {
      const alias = column.replace(/\.etat$/, '');
      return `case when ${column} = 'en_service' and not ${entendue(alias)} then 'muette' else ${column} end`;
    },
  },
  derived: {
    etat: (alias) => ({
      a_enroler: `${alias}.etat = 'a_enroler'`,
      en_service: `${alias}.etat = 'en_service' and ${entendue(alias)}`,
      muette: `${alias}.etat = 'en_service' and not ${entendue(alias)}`,
      revoquee: `${alias}.etat = 'revoquee'`,
    }),
  },
  grants: { gestionnaire: ['lire'], auditeur: ['lire', 'exporter'] },
  actions: [enroler, revoquer],
  messages,
});
