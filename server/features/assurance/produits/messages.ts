import type { Labels } from '../../../core/messages/labels.ts';

const fr: Labels = {
  one: 'Produit',
  many: 'Produits',
  fields: {
    code: 'Code',
    nom: 'Nom',
    branche: 'Branche',
    description: 'Présentation',
    garanties: 'Garanties',
    montant_min: 'Montant minimum',
    montant_max: 'Montant maximum',
    periodicites: 'Périodicités',
    duree: 'Durée',
    duree_unite: 'Unité de durée',
    beneficiaires_max: 'Bénéficiaires au plus',
    taux_commission: 'Commission (%)',
    jours_grace: 'Jours de grâce',
    modele_police: 'Modèle de numéro',
    actif: 'En vente',
  },
  choices: {
    branche: { VIE: 'Vie', EPG: 'Épargne', SAN: 'Santé', AUT: 'Automobile', HAB: 'Habitation', ACC: 'Accident' },
    duree_unite: { jours: 'Jours', mois: 'Mois' },
  },
  hints: {
    modele_police: '{YYYY} l’année, {BRANCHE} la branche, {SEQ:3} le numéro sur trois chiffres au moins.',
    montant_min: 'Par période, en francs.',
  },
  sentences: {
    montant_max_sous_min: 'Le montant maximum ne peut pas être inférieur au minimum.',
    periodicite_hors_duree: 'La durée ne se divise pas en périodes entières : {periodicite}.',
    modele_sans_numero: 'Le modèle doit contenir {SEQ:3}, et rien d’autre entre accolades que YYYY, YY, MM et BRANCHE.',
    garanties_en_double: 'Deux garanties ont le même code.',
    franchise_trop_haute: 'Une franchise doit rester sous le plafond de sa garantie.',
  },
};

const en: Labels = {
  one: 'Product',
  many: 'Products',
  fields: {
    code: 'Code',
    nom: 'Name',
    branche: 'Line of business',
    description: 'Presentation',
    garanties: 'Benefits',
    montant_min: 'Lowest amount',
    montant_max: 'Highest amount',
    periodicites: 'Payment periods',
    duree: 'Duration',
    duree_unite: 'Unit of duration',
    beneficiaires_max: 'Beneficiaries at most',
    taux_commission: 'Commission (%)',
    jours_grace: 'Days of grace',
    modele_police: 'Number pattern',
    actif: 'On sale',
  },
  choices: {
    branche: { VIE: 'Life', EPG: 'Savings', SAN: 'Health', AUT: 'Motor', HAB: 'Home', ACC: 'Accident' },
    duree_unite: { jours: 'Days', mois: 'Months' },
  },
  hints: {
    modele_police: '{YYYY} the year, {BRANCHE} the line, {SEQ:3} the number with at least three digits.',
    montant_min: 'Per period, in francs.',
  },
  sentences: {
    montant_max_sous_min: 'The highest amount cannot be below the lowest.',
    periodicite_hors_duree: 'The duration does not divide into whole periods: {periodicite}.',
    modele_sans_numero: 'The pattern must hold {SEQ:3}, and nothing else in braces but YYYY, YY, MM and BRANCHE.',
    garanties_en_double: 'Two benefits have the same code.',
    franchise_trop_haute: 'An excess must stay below the ceiling of its benefit.',
  },
};

export const messages = { fr, en };
