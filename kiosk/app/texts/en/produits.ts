import type { Catalogue } from '../texts.ts';

export const produits: Catalogue['produits'] = {
  titre: 'Our products',
  sous_titre: 'Touch an insurance to see what it covers.',
  parole: 'These are our insurances. Touch the one that interests you.',
  parole_un: '{nom}. Touch “Subscribe” to take it.',
  aucun: 'No insurance is on sale here today.',
  des: 'From',
  souscrire: 'Subscribe',
  couvert: 'What is covered',
  attente: 'Some covers begin later',
  attente_texte: '“After 30 days of waiting” means: during the first 30 days this cover does not pay yet.',
  comment: 'How it works',
  duree_jours: 'You are insured for {n} day.|You are insured for {n} days.',
  duree_mois: 'You are insured for {n} month.|You are insured for {n} months.',
  rythme: 'You pay as you like: {liste}.',
  beneficiaires: 'You can name {n} beneficiary.|You can name up to {n} beneficiaries.',
  sans_paiement: 'Without payment there is no cover.',
};
