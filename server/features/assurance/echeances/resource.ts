import { resource } from '../../../core/resource.ts';
import { Echeance } from './echeance.ts';
import { messages } from './messages.ts';

export const echeances = resource(Echeance, {
  title: ['police'],
  list: ['police', 'client_id', 'date_echeance', 'tranche', 'jours_retard', 'montant', 'a_payer', 'agent_id'],
  order: 'date_echeance',
  branch: 'succursale_id',
  readOnly: true,
  derived: {
    tranche: (t) => ({
      plus_de_30: `${t}.date_echeance < date_metier() - 30`,
      de_16_a_30: `${t}.date_echeance between date_metier() - 30 and date_metier() - 16`,
      de_1_a_15: `${t}.date_echeance between date_metier() - 15 and date_metier() - 1`,
      // As a range: told that all are of one day, the planner walks through everybody's polices for the order of keys.
      aujourd_hui: `${t}.date_echeance between date_metier() and date_metier()`,
      sept_jours: `${t}.date_echeance between date_metier() + 1 and date_metier() + 6`,
      plus_tard: `${t}.date_echeance > date_metier() + 6`,
    }),
  },
  grants: {
    gestionnaire: ['lire', 'exporter'],
    agent: ['lire', 'exporter'],
    auditeur: ['lire', 'exporter'],
  },
  messages,
});
