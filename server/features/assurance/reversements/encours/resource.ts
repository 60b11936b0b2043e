import { resource } from '../../../../core/resource.ts';
import { EncoursAgent } from './encours.ts';
import { messages } from './messages.ts';

export const encoursAgents = resource(EncoursAgent, {
  title: ['matricule'],
  list: ['agent_id', 'total', 'de_0_a_15', 'de_16_a_30', 'plus_de_30', 'plus_ancien_le', 'en_retard', 'succursale_id'],
  search: ['matricule'],
  order: 'plus_ancien_le',
  branch: 'succursale_id',
  readOnly: true,
  grants: {
    gestionnaire: ['lire', 'exporter'],
    agent: ['lire'],
    auditeur: ['lire', 'exporter'],
  },
  messages,
});
