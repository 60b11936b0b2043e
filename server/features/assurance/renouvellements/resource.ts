import { resource } from '../../../core/resource.ts';
import { messages } from './messages.ts';
import { Renouvellement } from './renouvellement.ts';

export const renouvellements = resource(Renouvellement, {
  title: ['police'],
  list: ['police', 'client_id', 'produit_id', 'date_expiration', 'tranche', 'jours_restants', 'montant', 'agent_id'],
  order: 'date_expiration',
  branch: 'succursale_id',
  readOnly: true,
  derived: {
    tranche: (t) => ({
      expiree: `${t}.date_expiration < date_metier()`,
      j_1: `${t}.date_expiration between date_metier() and date_metier() + 1`,
      j_7: `${t}.date_expiration between date_metier() + 2 and date_metier() + 7`,
      j_30: `${t}.date_expiration between date_metier() + 8 and date_metier() + 30`,
      plus_tard: `${t}.date_expiration > date_metier() + 30`,
    }),
  },
  grants: {
    gestionnaire: ['lire', 'exporter'],
    agent: ['lire', 'exporter'],
    auditeur: ['lire', 'exporter'],
  },
  messages,
});
