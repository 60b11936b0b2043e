import type { Catalogue } from '../texts.ts';

export const commun: Catalogue['commun'] = {
  retour: 'Back',
  continuer: 'Continue',
  oui: 'Yes',
  non: 'No',
  langue: 'Language',
  menu: 'Menu',
  accueil: 'Home',
  contrats: 'Policies',
  paiements: 'Payments',
  aide: 'Help',
  ecouter: 'Listen',
  affichage: 'Display',
  plus: 'More',
  terminer: 'Finish',
  patience: 'One moment…',
  reessayer: 'Try again',
  injoignable: 'No network for now. Nothing is lost: try again in a moment.',
  panne: 'That did not work. Try again, or ask a member of staff.',
};
