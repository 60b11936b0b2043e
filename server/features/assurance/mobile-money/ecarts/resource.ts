import { resource } from '../../../../core/resource.ts';
import { actions } from './actions.ts';
import { Ecart } from './ecart.ts';
import { messages } from './messages.ts';

export const ecarts = resource(Ecart, {
  title: ['classe', 'jour'],
  list: ['jour', 'classe', 'operateur', 'paiement_id', 'montant_attendu', 'montant_constate', 'statut'],
  order: '-id',
  branch: 'souscription_id.succursale_id',
  readOnly: true,
  grants: {
    gestionnaire: ['lire', 'exporter', 'relancer-verification', 'resoudre'],
    auditeur: ['lire', 'exporter'],
  },
  actions,
  messages,
});
