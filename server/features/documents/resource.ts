import { resource } from '../../core/resource.ts';
import { Document } from './document.ts';
import { messages } from './messages.ts';
import { retirer } from './retirer.ts';

export const documents = resource(Document, {
  title: ['nom'],
  list: ['nom', 'sinistre_id', 'type', 'taille', 'canal', 'depose_par_id', 'cree_le', 'retire_le', 'fichier'],
  search: ['nom'],
  order: '-id',
  branch: 'succursale_id',
  readOnly: true,
  seenWith: { fichier: 'ouvrir' },
  grants: {
    gestionnaire: ['lire', 'exporter', 'ouvrir', 'retirer'],
    instructeur: ['lire', 'ouvrir'],
    auditeur: ['lire', 'exporter'],
  },
  actions: [retirer],
  messages,
});
