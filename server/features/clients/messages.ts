import type { Labels } from '../../core/messages/labels.ts';

const fr: Labels = {
  one: 'Client',
  many: 'Clients',
  fields: {
    nom: 'Nom',
    prenom: 'Prénom',
    societe: 'Société',
    categorie: 'Catégorie',
    email: 'E-mail',
    telephone: 'Téléphone',
    date_naissance: 'Date de naissance',
    adresse: 'Adresse',
    ville: 'Ville',
    succursale_id: 'Succursale',
    notes: 'Notes internes',
    projets_actifs: 'Projets actifs',
    opportunites_actives: 'Opportunités actives',
    valeur_client: 'Valeur client',
  },
  choices: {
    categorie: {
      particulier: 'Particulier',
      professionnel: 'Professionnel',
      entreprise: 'Entreprise',
      association: 'Association',
    },
  },
  actions: { 'voir-notes': 'Voir les notes internes' },
  hints: {
    valeur_client: 'Ce qui a été payé sur ses contrats, et ses devis acceptés sans contrat.',
    telephone: 'Congo ou Cameroun, par exemple 06 123 45 67 ou +237 6 71 23 45 67.',
  },
  sentences: { date_naissance_impossible: 'La date de naissance doit être passée et après 1900.' },
};

const en: Labels = {
  one: 'Client',
  many: 'Clients',
  fields: {
    nom: 'Last name',
    prenom: 'First name',
    societe: 'Company',
    categorie: 'Category',
    email: 'E-mail',
    telephone: 'Telephone',
    date_naissance: 'Date of birth',
    adresse: 'Address',
    ville: 'City',
    succursale_id: 'Branch',
    notes: 'Internal notes',
    projets_actifs: 'Active projects',
    opportunites_actives: 'Open opportunities',
    valeur_client: 'Client value',
  },
  choices: {
    categorie: {
      particulier: 'Individual',
      professionnel: 'Self-employed',
      entreprise: 'Company',
      association: 'Association',
    },
  },
  actions: { 'voir-notes': 'See internal notes' },
  hints: {
    valeur_client: 'What was paid on their policies, and accepted quotes without a policy.',
    telephone: 'Congo or Cameroon, for example 06 123 45 67 or +237 6 71 23 45 67.',
  },
  sentences: { date_naissance_impossible: 'The date of birth must be in the past and after 1900.' },
};

export const messages = { fr, en };
