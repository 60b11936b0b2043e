import { resource } from '../../../core/resource.ts';
import { actions } from './actions.ts';
import { Derogation } from './derogation.ts';
import { messages } from './messages.ts';

export const derogations = resource(Derogation, {
  title: ['numero'],
  list: ['numero', 'souscription_id', 'date_debut', 'date_fin', 'statut', 'demandeur_id', 'succursale_id'],
  branch: 'succursale_id',
  readOnly: true,
  grants: {
    gestionnaire: ['lire', 'exporter', 'approuver', 'rejeter'],
    auditeur: ['lire', 'exporter'],
    instructeur: ['lire'],
  },
  actions,
  messages,
});
