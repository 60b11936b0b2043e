import { resource } from '../../../../core/resource.ts';
import { contrepasser } from './contrepasser.ts';
import { messages } from './messages.ts';
import { Reglement } from './reglement.ts';

export const reglements = resource(Reglement, {
  title: ['numero'],
  list: ['numero', 'sinistre_id', 'beneficiaire', 'montant', 'mode_paiement', 'reference', 'statut', 'regle_le'],
  search: ['numero', 'beneficiaire'],
  order: '-id',
  branch: 'succursale_id',
  readOnly: true,
  grants: {
    gestionnaire: ['lire', 'exporter'],
    instructeur: ['lire'],
    auditeur: ['lire', 'exporter'],
  },
  actions: [contrepasser],
  messages,
});
