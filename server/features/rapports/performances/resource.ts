import { resource } from '../../../core/resource.ts';
import { messages } from './messages.ts';
import { Performance } from './performance.ts';

export const performances = resource(Performance, {
  title: ['objet'],
  list: ['jour', 'responsable_id', 'fait', 'objet', 'montant', 'succursale_id'],
  order: '-jour',
  branch: 'succursale_id',
  owner: 'responsable_id',
  readOnly: true,
  grants: {
    gestionnaire: ['lire', 'exporter'],
    auditeur: ['lire', 'exporter'],
  },
  messages,
});
