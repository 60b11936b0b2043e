import type { Labels } from '../../../core/messages/labels.ts';

const fr: Labels = {
  one: 'Borne',
  many: 'Bornes',
  fields: {
    nom: 'Nom',
    succursale_id: 'Succursale',
    emplacement: 'Emplacement',
    etat: 'État',
    dernier_contact: 'Dernier contact',
    version: 'Version',
    imprimante: 'Imprimante',
    enrolee_le: 'Mise en service le',
    revoquee_le: 'Révoquée le',
  },
  choices: {
    etat: { a_enroler: 'À enrôler', en_service: 'En service', muette: 'Muette', revoquee: 'Révoquée' },
    imprimante: {
      prete: 'Prête',
      papier: 'Plus de papier',
      hors_ligne: 'Hors ligne',
      bloquee: 'Bloquée',
      absente: 'Absente',
      inconnue: 'Inconnue',
    },
  },
  actions: {
    enroler: 'Donner un code d’enrôlement',
    revoquer: 'Révoquer',
    'mettre-en-service': 'Mettre en service',
    signaler: 'Signaler un changement',
  },
  inputs: { code: 'Code à saisir sur la borne', expire_le: 'Valable jusqu’à' },
  hints: {
    nom: 'Par exemple : Hall d’accueil, Douala.',
    emplacement: 'Où la trouver dans l’agence : étage, porte, à côté de quoi.',
    etat: 'Muette : en service, mais sans nouvelles depuis plus de cinq minutes.',
    version: 'Du logiciel de la borne, telle qu’elle l’a dite à son dernier contact.',
  },
  sentences: {
    borne_revoquee: 'Cette borne n’est pas enregistrée. Adressez-vous à l’agence.',
    borne_deja_revoquee: 'Cette borne est déjà révoquée.',
    borne_code_refuse: 'Ce code n’est pas le bon, a expiré ou a déjà servi. Demandez-en un autre à l’administrateur.',
    borne_exigee: 'La connexion ne se fait ici que sur une borne enregistrée. Adressez-vous à l’agence.',
    'contrainte.bornes_version_check': 'La version : de 1 à 40 caractères.',
  },
};

const en: Labels = {
  one: 'Terminal',
  many: 'Terminals',
  fields: {
    nom: 'Name',
    succursale_id: 'Branch',
    emplacement: 'Place',
    etat: 'State',
    dernier_contact: 'Last contact',
    version: 'Version',
    imprimante: 'Printer',
    enrolee_le: 'In service since',
    revoquee_le: 'Revoked',
  },
  choices: {
    etat: { a_enroler: 'To be enrolled', en_service: 'In service', muette: 'Silent', revoquee: 'Revoked' },
    imprimante: {
      prete: 'Ready',
      papier: 'Out of paper',
      hors_ligne: 'Offline',
      bloquee: 'Jammed',
      absente: 'Missing',
      inconnue: 'Unknown',
    },
  },
  actions: {
    enroler: 'Give an enrolment code',
    revoquer: 'Revoke',
    'mettre-en-service': 'Put into service',
    signaler: 'Report a change',
  },
  inputs: { code: 'Code to be typed at the terminal', expire_le: 'Valid until' },
  hints: {
    nom: 'For example: Reception, Douala.',
    emplacement: 'Where to find it in the branch: floor, door, next to what.',
    etat: 'Silent: in service, but not heard of for more than five minutes.',
    version: 'Of the terminal’s software, as it said at its last contact.',
  },
  sentences: {
    borne_revoquee: 'This terminal is not registered. Please ask at the branch.',
    borne_deja_revoquee: 'This terminal is already revoked.',
    borne_code_refuse: 'This code is wrong, has expired or was used already. Ask the administrator for another.',
    borne_exigee: 'Signing in here is possible at a registered terminal only. Please ask at the branch.',
    'contrainte.bornes_version_check': 'The version: from 1 to 40 characters.',
  },
};

export const messages = { fr, en };
