import { resource } from '../../../../core/resource.ts';
import { Anomalie } from './anomalie.ts';
import { messages } from './messages.ts';

export const anomalies = resource(Anomalie, {
  title: ['objet'],
  list: ['controle', 'objet', 'attendu', 'trouve', 'constate_le', 'resolu_le', 'succursale_id'],
  search: ['objet'],
  order: '-id',
  branch: 'succursale_id',
  readOnly: true,
  grants: { gestionnaire: ['lire'], auditeur: ['lire', 'exporter'] },
  messages,
});
