import { resource } from '../../../core/resource.ts';
import { messages } from './messages.ts';
import { Mouvement } from './mouvement.ts';

export const mouvementsPortefeuille = resource(Mouvement, {
  title: ['mouvement', 'jour'],
  list: ['jour', 'mouvement', 'nombre', 'souscription_id', 'produit_id', 'succursale_id'],
  order: '-jour',
  branch: 'succursale_id',
  readOnly: true,
  grants: {
    gestionnaire: ['lire', 'exporter'],
    auditeur: ['lire', 'exporter'],
  },
  messages,
});
