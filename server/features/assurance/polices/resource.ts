import { resource } from '../../../core/resource.ts';
import { messages } from './messages.ts';
import { NumeroPolice } from './numero-police.ts';

export const numerosPolice = resource(NumeroPolice, {
  title: ['numero'],
  list: ['numero', 'souscription_id', 'mode_attribution', 'agent_attribueur_id', 'attribue_le', 'motif'],
  search: ['numero'],
  order: '-id',
  branch: 'souscription_id.succursale_id',
  readOnly: true,
  grants: {
    gestionnaire: ['lire', 'exporter'],
    agent: ['lire'],
    auditeur: ['lire', 'exporter'],
    instructeur: ['lire'],
  },
  messages,
});
