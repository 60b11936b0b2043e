import { resource } from '../../../core/resource.ts';
import { emettre, envoyerLien, fermerSessions } from './actions.ts';
import { messages } from './messages.ts';
import { givesNoMore, notOneself, oneAdministratorLeft, touchesNoHigher } from './rules.ts';
import { Utilisateur } from './utilisateur.ts';

export const utilisateurs = resource(Utilisateur, {
  title: ['prenom', 'nom'],
  list: ['nom', 'prenom', 'email', 'role_id', 'succursale_id', 'actif', 'derniere_connexion'],
  search: ['nom', 'prenom', 'email', 'telephone'],
  order: 'nom',
  branch: 'succursale_id',
  owner: 'id',
  writtenWith: { droits: 'donner-droits' },
  grants: {
    gestionnaire: ['lire'],
    auditeur: ['lire', 'exporter'],
    operateur: ['lire'],
  },
  actions: [envoyerLien, emettre, fermerSessions],
  rules: [notOneself, touchesNoHigher, givesNoMore, oneAdministratorLeft],
  messages,
});
