import type { Labels } from '../../../core/messages/labels.ts';

const fr: Labels = {
  one: 'Succursale',
  many: 'Succursales',
  fields: {
    code: 'Code',
    nom: 'Nom',
    ville: 'Ville',
    pays: 'Pays',
    parent_id: 'Rattachée à',
    adresse: 'Adresse',
    telephone: 'Téléphone',
    email: 'E-mail',
  },
  choices: { pays: { CG: 'Congo', CM: 'Cameroun' } },
  hints: { parent_id: 'La direction générale est au sommet ; une succursale voit tout ce qui lui est rattaché.' },
  sentences: {
    un_seul_sommet: 'Une seule succursale est au sommet : rattachez celle-ci à une autre.',
    succursale_sous_elle_meme: 'Une succursale ne peut pas être rattachée à elle-même ni à l’une des siennes.',
  },
};

const en: Labels = {
  one: 'Branch',
  many: 'Branches',
  fields: {
    code: 'Code',
    nom: 'Name',
    ville: 'City',
    pays: 'Country',
    parent_id: 'Belongs to',
    adresse: 'Address',
    telephone: 'Telephone',
    email: 'E-mail',
  },
  choices: { pays: { CG: 'Congo', CM: 'Cameroon' } },
  hints: { parent_id: 'The head office is on top; a branch sees everything that belongs to it.' },
  sentences: {
    un_seul_sommet: 'Only one branch is on top: attach this one to another.',
    succursale_sous_elle_meme: 'A branch cannot belong to itself or to one of its own.',
  },
};

export const messages = { fr, en };
