import type { Labels } from '../../core/messages/labels.ts';

const fr: Labels = {
  one: 'Ligne du journal',
  many: 'Journal',
  fields: {
    horodatage: 'Quand',
    utilisateur_id: 'Compte',
    auteur: 'Qui',
    role: 'Rôle',
    surface: 'Depuis',
    action: 'Action',
    resultat: 'Résultat',
    ressource: 'Ressource',
    objet_id: 'N° de l’objet',
    objet: 'Objet',
    succursale_id: 'Succursale',
    motif: 'Motif',
    avant: 'Avant',
    apres: 'Après',
    details: 'Détails',
    adresse_ip: 'Adresse IP',
    requete_id: 'Requête',
  },
  choices: {
    surface: { api: 'API', panneau: 'Panneau', systeme: 'Système', borne: 'Borne', lien: 'Lien privé' },
    resultat: { reussi: 'Réussi', refuse: 'Refusé' },
  },
};

const en: Labels = {
  one: 'Journal line',
  many: 'Journal',
  fields: {
    horodatage: 'When',
    utilisateur_id: 'Account',
    auteur: 'Who',
    role: 'Role',
    surface: 'From',
    action: 'Action',
    resultat: 'Result',
    ressource: 'Resource',
    objet_id: 'Object no.',
    objet: 'Object',
    succursale_id: 'Branch',
    motif: 'Reason',
    avant: 'Before',
    apres: 'After',
    details: 'Details',
    adresse_ip: 'IP address',
    requete_id: 'Request',
  },
  choices: {
    surface: { api: 'API', panneau: 'Panel', systeme: 'System', borne: 'Kiosk', lien: 'Private link' },
    resultat: { reussi: 'Done', refuse: 'Refused' },
  },
};

export const messages = { fr, en };
