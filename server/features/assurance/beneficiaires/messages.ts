import type { Labels } from '../../../core/messages/labels.ts';

/** How a bénéficiaire may be related to the insured, also where one is added to a souscription. */
export const relations = {
  fr: {
    relation: {
      conjoint: 'Conjoint',
      enfant: 'Enfant',
      parent: 'Parent',
      frere_soeur: 'Frère ou sœur',
      autre: 'Autre',
    },
  },
  en: {
    relation: { conjoint: 'Spouse', enfant: 'Child', parent: 'Parent', frere_soeur: 'Sibling', autre: 'Other' },
  },
};

const fr: Labels = {
  one: 'Bénéficiaire',
  many: 'Bénéficiaires',
  fields: {
    souscription_id: 'Souscription',
    nom: 'Nom',
    prenom: 'Prénom',
    relation: 'Lien avec l’assuré',
    telephone: 'Téléphone',
    date_naissance: 'Date de naissance',
    part: 'Part (%)',
  },
  choices: relations.fr,
  hints: {
    part: 'Laissez vide pour des parts égales. Le premier reçoit 100 %, puis les parts s’ajustent au total de 100 %.',
  },
  sentences: {
    sans_beneficiaire: 'Ce produit n’a pas de bénéficiaire.',
    beneficiaires_complets: 'Cette souscription a déjà tous ses bénéficiaires ({maximum}) : retirez-en un d’abord.',
    beneficiaires_contrat_expire: 'Ce contrat a expiré : renouvelez-le avant de changer ses bénéficiaires.',
    beneficiaire_fixe: 'Un bénéficiaire ne passe pas d’une souscription à une autre.',
    beneficiaire_inconnu: 'Ce bénéficiaire n’est pas de cette souscription.',
    part_seule: 'Seul, un bénéficiaire reçoit 100 %.',
    part_hors_bornes: 'Une part va de 0,01 à {maximum} %, pour que chacun garde la sienne.',
    parts_de_chacun: 'Donnez la part de chaque bénéficiaire, une fois.',
    parts_cent: 'Les parts doivent faire 100 % ensemble.',
    'contrainte.beneficiaires_places': 'Cette souscription a trop de bénéficiaires.',
    'contrainte.beneficiaires_parts': 'Les parts des bénéficiaires doivent faire 100 % ensemble.',
    'contrainte.beneficiaires_part_check': 'Une part va de 0,01 à 100 %.',
  },
};

const en: Labels = {
  one: 'Beneficiary',
  many: 'Beneficiaries',
  fields: {
    souscription_id: 'Application',
    nom: 'Surname',
    prenom: 'First name',
    relation: 'Relation to the insured',
    telephone: 'Telephone',
    date_naissance: 'Date of birth',
    part: 'Share (%)',
  },
  choices: relations.en,
  hints: {
    part: 'Leave empty for equal shares. The first receives 100%, then the shares follow so that the total stays 100%.',
  },
  sentences: {
    sans_beneficiaire: 'This product has no beneficiary.',
    beneficiaires_complets: 'This application has all its beneficiaries already ({maximum}): retire one first.',
    beneficiaires_contrat_expire: 'This policy has expired: renew it before its beneficiaries change.',
    beneficiaire_fixe: 'A beneficiary does not move from one application to another.',
    beneficiaire_inconnu: 'This beneficiary is not of this application.',
    part_seule: 'A single beneficiary receives 100%.',
    part_hors_bornes: 'A share goes from 0.01 to {maximum}%, so that everybody keeps one.',
    parts_de_chacun: 'Give the share of every beneficiary, once.',
    parts_cent: 'The shares must be 100% together.',
    'contrainte.beneficiaires_places': 'This application has too many beneficiaries.',
    'contrainte.beneficiaires_parts': 'The shares of the beneficiaries must be 100% together.',
    'contrainte.beneficiaires_part_check': 'A share goes from 0.01 to 100%.',
  },
};

export const messages = { fr, en };
