import { resource } from '../../../../core/resource.ts';
import { LigneBordereau } from './ligne.ts';
import { messages } from './messages.ts';

export const bordereauLignes = resource(LigneBordereau, {
  title: ['id'],
  list: ['bordereau_id', 'paiement_id', 'montant', 'vivante'],
  order: 'id',
  branch: 'bordereau_id.succursale_id',
  readOnly: true,
  grants: {
    gestionnaire: ['lire', 'exporter'],
    agent: ['lire'],
    auditeur: ['lire', 'exporter'],
  },
  messages,
});
