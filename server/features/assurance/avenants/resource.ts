import { resource } from '../../../core/resource.ts';
import { actions } from './actions.ts';
import { Avenant } from './avenant.ts';
import { messages } from './messages.ts';

export const avenants = resource(Avenant, {
  title: ['numero'],
  list: ['numero', 'souscription_id', 'nature', 'nouveau_montant', 'nouvelle_periodicite', 'date_effet', 'statut'],
  branch: 'succursale_id',
  readOnly: true,
  grants: {
    gestionnaire: ['lire', 'exporter', 'approuver', 'rejeter'],
    agent: ['lire'],
    instructeur: ['lire'],
    auditeur: ['lire', 'exporter'],
  },
  actions,
  messages,
});
