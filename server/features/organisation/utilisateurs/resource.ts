import { resource } from '../../../core/resource.ts';
import { emettre, envoyerLien, fermerSessions } from './actions.ts';
import { messages } from './messages.ts';
import { givesNoMore, notOneself, oneAdministratorLeft, touchesNoHigher } from './rules.ts';
import { Utilisateur } from './utilisateur.ts';

export const utilisateurs = resource(Utilisateur, {
  title: ['prenom', 'nom'],
  list: ['nom', 'prenom', 'email', 'role_id', 'succursale_id', 'actif', 'derniere_connexion'],
  search: ['nom', 'prenom', 'email'],
  order: 'nom',
  branch: 'succursale_id',
  owner: 'id',
  seenWith: { telephone: 'voir-compte', droits: 'voir-compte', derniere_connexion: 'voir-compte' },
  writtenWith: { droits: 'donner-droits' },
  grants: {
    gestionnaire: ['lire', 'voir-compte'],
    agent: ['lire'],
    instructeur: ['lire'],
    auditeur: ['lire', 'exporter', 'voir-compte'],
    operateur: ['lire', 'voir-compte'],
  },
  actions: [envoyerLien, emettre, fermerSessions],
  rules: [notOneself, touchesNoHigher, givesNoMore, oneAdministratorLeft],
  messages,
});
