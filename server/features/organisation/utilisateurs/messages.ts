import type { Labels } from '../../../core/messages/labels.ts';

const fr: Labels = {
  one: 'Utilisateur',
  many: 'Utilisateurs',
  fields: {
    email: 'E-mail',
    nom: 'Nom',
    prenom: 'Prénom',
    role_id: 'Rôle',
    succursale_id: 'Succursale',
    departement: 'Département',
    telephone: 'Téléphone',
    langue: 'Langue',
    actif: 'Actif',
    droits: 'Droits particuliers',
    derniere_connexion: 'Dernière connexion',
  },
  choices: { langue: { fr: 'Français', en: 'Anglais' } },
  actions: {
    'envoyer-lien': 'Envoyer un lien de mot de passe',
    'emettre-cle': 'Émettre une clé d’API',
    'fermer-sessions': 'Fermer toutes ses sessions',
    'donner-droits': 'Donner des droits particuliers',
    'voir-compte': 'Voir téléphone, droits et dernière connexion',
  },
  inputs: { nom: 'Nom de la clé', expire_le: 'Expire le' },
  hints: {
    droits: 'Exceptions au rôle pour cette seule personne.',
    actif: 'Un compte inactif ne peut plus entrer ; ses sessions se ferment aussitôt.',
  },
  sentences: {
    compte_inactif: 'Ce compte est inactif.',
    cle_trop_longue: 'Une clé expire au plus tard dans {jours} jours.',
    compte_superieur: 'Ce compte a des droits que vous n’avez pas : vous ne pouvez pas le modifier.',
    pas_soi_meme: 'Vous ne pouvez pas changer vos propres droits ni fermer votre propre compte.',
    dernier_administrateur: 'C’est le dernier administrateur actif : nommez-en un autre d’abord.',
  },
};

const en: Labels = {
  one: 'User',
  many: 'Users',
  fields: {
    email: 'E-mail',
    nom: 'Last name',
    prenom: 'First name',
    role_id: 'Role',
    succursale_id: 'Branch',
    departement: 'Department',
    telephone: 'Telephone',
    langue: 'Language',
    actif: 'Active',
    droits: 'Special rights',
    derniere_connexion: 'Last sign-in',
  },
  choices: { langue: { fr: 'French', en: 'English' } },
  actions: {
    'envoyer-lien': 'Send a password link',
    'emettre-cle': 'Issue an API key',
    'fermer-sessions': 'Close all sessions',
    'donner-droits': 'Give special rights',
    'voir-compte': 'See telephone, rights and last sign-in',
  },
  inputs: { nom: 'Name of the key', expire_le: 'Expires on' },
  hints: {
    droits: 'Exceptions to the role, for this person alone.',
    actif: 'An inactive account can no longer enter; its sessions end at once.',
  },
  sentences: {
    compte_inactif: 'This account is inactive.',
    cle_trop_longue: 'A key expires within {jours} days at the latest.',
    compte_superieur: 'This account has rights that you do not have: you cannot change it.',
    pas_soi_meme: 'You cannot change your own rights or close your own account.',
    dernier_administrateur: 'This is the last active administrator: appoint another one first.',
  },
};

export const messages = { fr, en };
