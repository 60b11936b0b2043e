import { resource } from '../../core/resource.ts';
import { Client } from './client.ts';
import { messages } from './messages.ts';
import { bornInThePast } from './rules.ts';

export const clients = resource(Client, {
  title: ['nom', 'prenom'],
  list: ['nom', 'prenom', 'societe', 'categorie', 'telephone', 'ville', 'succursale_id', 'cree_le'],
  search: ['nom', 'prenom', 'societe', 'email', 'telephone'],
  order: '-id',
  branch: 'succursale_id',
  seenWith: { notes: 'voir-notes' },
  grants: {
    gestionnaire: ['lire', 'creer', 'modifier', 'supprimer', 'restaurer', 'exporter', 'voir-notes'],
    agent: ['lire', 'creer', 'modifier'],
    instructeur: ['lire'],
    auditeur: ['lire', 'exporter'],
  },
  rules: [bornInThePast],
  messages,
});
