import { resource } from '../../../core/resource.ts';
import { Echeance } from './echeance.ts';
import { messages } from './messages.ts';

export const echeances = resource(Echeance, {
  title: ['police'],
  list: ['police', 'client_id', 'date_echeance', 'tranche', 'jours_retard', 'montant', 'a_payer', 'agent_id'],
  order: 'date_echeance',
  branch: 'succursale_id',
  readOnly: true,
  grants: {
    gestionnaire: ['lire', 'exporter'],
    agent: ['lire', 'exporter'],
    auditeur: ['lire', 'exporter'],
  },
  messages,
});
