import { resource } from '../../../core/resource.ts';
import { Cotisation } from './cotisation.ts';
import { messages } from './messages.ts';

export const cotisations = resource(Cotisation, {
  title: ['quittance', 'police'],
  list: ['quittance', 'police', 'client_id', 'periode_debut', 'periode_fin', 'montant', 'paye', 'reste', 'statut'],
  order: '-souscription_id',
  branch: 'succursale_id',
  readOnly: true,
  // The key holds that of the term: with it an index finds the row.
  located: (alias, key) => `${alias}.terme_id = ${key}::bigint / 1000`,
  grants: {
    gestionnaire: ['lire', 'exporter'],
    agent: ['lire'],
    auditeur: ['lire', 'exporter'],
    instructeur: ['lire'],
  },
  messages,
});
