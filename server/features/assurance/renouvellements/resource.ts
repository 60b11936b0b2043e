import { resource } from '../../../core/resource.ts';
import { messages } from './messages.ts';
import { Renouvellement } from './renouvellement.ts';

export const renouvellements = resource(Renouvellement, {
  title: ['police'],
  list: ['police', 'client_id', 'produit_id', 'date_expiration', 'tranche', 'jours_restants', 'montant', 'agent_id'],
  order: 'date_expiration',
  branch: 'succursale_id',
  readOnly: true,
  grants: {
    gestionnaire: ['lire', 'exporter'],
    agent: ['lire', 'exporter'],
    auditeur: ['lire', 'exporter'],
  },
  messages,
});
