import { resource } from '../../../../core/resource.ts';
import { payer } from './actions.ts';
import { Commission } from './commission.ts';
import { messages } from './messages.ts';

export const commissions = resource(Commission, {
  title: ['id'],
  list: ['agent_id', 'paiement_id', 'base', 'taux', 'montant', 'statut', 'echeance', 'payee_le', 'succursale_id'],
  order: '-id',
  branch: 'succursale_id',
  // Who pays one pays all that the agent is due: two who begin with different ones take turns.
  within: 'agent_id',
  readOnly: true,
  grants: {
    gestionnaire: ['lire', 'exporter', 'payer'],
    agent: ['lire'],
    auditeur: ['lire', 'exporter'],
  },
  actions: [payer],
  messages,
});
