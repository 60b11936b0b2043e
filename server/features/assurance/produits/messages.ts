import { type Labels, partsUnder } from '../../../core/messages/labels.ts';
import { assurance } from '../labels.ts';

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
    branche: assurance.fr.branche,
    duree_unite: assurance.fr.duree_unite,
    periodicites: assurance.fr.periodicite,
  },
  parts: partsUnder('garanties', assurance.fr.garantie),
  hints: {
    modele_police: '{YYYY} l’année, {BRANCHE} la branche, {SEQ:3} le numéro sur trois chiffres au moins.',
    montant_min: 'Par période, en francs.',
    'garanties.code': 'En minuscules : frais_funeraires.',
    'garanties.frequence': 'Vide : sans limite.',
  },
  sentences: {
    montant_max_sous_min: 'Le montant maximum ne peut pas être inférieur au minimum.',
    periodicite_hors_duree: 'La durée ne se divise pas en périodes entières : {periodicite}.',
    modele_sans_numero: 'Le modèle doit contenir {SEQ:3}, et rien d’autre entre accolades que YYYY, YY, MM et BRANCHE.',
    garanties_en_double: 'Une autre garantie a déjà ce code.',
    franchise_trop_haute: 'La franchise doit rester sous le plafond.',
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
    branche: assurance.en.branche,
    duree_unite: assurance.en.duree_unite,
    periodicites: assurance.en.periodicite,
  },
  parts: partsUnder('garanties', assurance.en.garantie),
  hints: {
    modele_police: '{YYYY} the year, {BRANCHE} the line, {SEQ:3} the number with at least three digits.',
    montant_min: 'Per period, in francs.',
    'garanties.code': 'In small letters: frais_funeraires.',
    'garanties.frequence': 'Empty: without limit.',
  },
  sentences: {
    montant_max_sous_min: 'The highest amount cannot be below the lowest.',
    periodicite_hors_duree: 'The duration does not divide into whole periods: {periodicite}.',
    modele_sans_numero: 'The pattern must hold {SEQ:3}, and nothing else in braces but YYYY, YY, MM and BRANCHE.',
    garanties_en_double: 'Another benefit has this code already.',
    franchise_trop_haute: 'The excess must stay below the ceiling.',
  },
};

export const messages = { fr, en };
