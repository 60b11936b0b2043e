import type { Catalogue } from '../texts.ts';

export const tableau: Catalogue['tableau'] = {
  titre: 'Hello {nom}',
  parole: 'This is your insurance. You have paid {solde} francs in all. Touch a policy to see it.',
  solde: 'Paid in all',
  reste: 'Still to pay',
  contrats: 'My policies',
  couvert: 'Covered until {jour}',
  couvert_aujourdhui: 'Covered today',
  retard: '{n} day late|{n} days late',
  non_couvert: 'Not covered',
  suspendu: 'Suspended',
  termine: 'Ended',
  en_attente: 'Waiting for the first payment',
  recentes: 'Contributions of the last three months',
  faire: 'What would you like to do?',
  payer: 'Pay',
  payer_texte: '{montant} to pay',
  declarer: 'Make a claim',
  documents: 'Statement and certificate',
  annonces: 'Announcements',
  produits: 'Discover an insurance',
};
