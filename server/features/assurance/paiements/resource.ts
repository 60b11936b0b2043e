import { resource } from '../../../core/resource.ts';
import { actions } from './actions.ts';
import { messages } from './messages.ts';
import { Paiement } from './paiement.ts';

export const paiements = resource(Paiement, {
  title: ['numero'],
  list: ['numero', 'souscription_id', 'type', 'mode_paiement', 'montant', 'statut', 'agent_id', 'paye_le'],
  order: '-id',
  branch: 'succursale_id',
  readOnly: true,
  grants: {
    gestionnaire: ['lire', 'exporter', 'corriger'],
    agent: ['lire'],
    auditeur: ['lire', 'exporter'],
    instructeur: ['lire'],
  },
  actions,
  messages,
});
