import { resource } from '../../core/resource.ts';
import { withoutHidden } from './hidden.ts';
import { Ligne } from './ligne.ts';
import { messages } from './messages.ts';

export const journal = resource(Ligne, {
  title: ['action', 'ressource', 'objet'],
  list: ['horodatage', 'auteur', 'action', 'ressource', 'objet', 'resultat', 'succursale_id'],
  search: ['auteur', 'objet', 'motif'],
  order: '-id',
  branch: 'succursale_id',
  readOnly: true,
  shownAs: { avant: withoutHidden, apres: withoutHidden },
  grants: {
    gestionnaire: ['lire'],
    auditeur: ['lire', 'exporter'],
  },
  messages,
});
