import type { Labels } from '../../../core/messages/labels.ts';

const fr: Labels = {
  one: 'Rôle',
  many: 'Rôles',
  fields: {
    code: 'Code',
    nom: 'Nom',
    portee: 'Portée',
    description: 'Description',
    systeme: 'Rôle du produit',
    droits: 'Droits',
  },
  choices: { portee: { toutes: 'Toutes les lignes', succursale: 'Sa succursale', personnel: 'Ses propres lignes' } },
  hints: {
    portee:
      'Jusqu’où vont les droits : partout, dans la succursale et celles qui lui sont rattachées, ou ses propres lignes.',
  },
  sentences: {
    role_systeme: 'Ce rôle fait partie du produit : il ne peut pas être supprimé.',
    role_systeme_fixe: 'Ce rôle fait partie du produit : cette valeur ne change pas.',
    role_superieur: 'Ce rôle a plus de droits que vous : vous ne pouvez pas y toucher.',
    donne_plus_que_soi: 'Vous ne pouvez pas donner un droit que vous n’avez pas ({droit}).',
    administrateur_garde_les_cles:
      'Un administrateur doit garder la lecture et la modification des rôles et des utilisateurs.',
    ressource_inconnue: 'Cette ressource n’existe pas.',
    droit_inconnu: 'Ce droit n’existe pas pour cette ressource.',
  },
};

const en: Labels = {
  one: 'Role',
  many: 'Roles',
  fields: {
    code: 'Code',
    nom: 'Name',
    portee: 'Reach',
    description: 'Description',
    systeme: 'Built in',
    droits: 'Rights',
  },
  choices: { portee: { toutes: 'All rows', succursale: 'Own branch', personnel: 'Own rows' } },
  hints: { portee: 'How far the rights go: everywhere, in the branch and those below it, or one’s own rows.' },
  sentences: {
    role_systeme: 'This role is part of the product: it cannot be deleted.',
    role_systeme_fixe: 'This role is part of the product: this value does not change.',
    role_superieur: 'This role has more rights than you: you cannot touch it.',
    donne_plus_que_soi: 'You cannot give a right that you do not have ({droit}).',
    administrateur_garde_les_cles: 'An administrator must keep reading and changing roles and users.',
    ressource_inconnue: 'There is no such resource.',
    droit_inconnu: 'There is no such right for this resource.',
  },
};

export const messages = { fr, en };
