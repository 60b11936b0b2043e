import type { Catalogue } from '../texts.ts';

export const affichage: Catalogue['affichage'] = {
  titre: 'How do you like to read?',
  taille: 'Size of letters',
  taille_normal: 'Normal',
  taille_grand: 'Large',
  'taille_tres-grand': 'Very large',
  taille_enorme: 'Huge',
  contraste: 'Colours',
  contraste_clair: 'Light',
  contraste_sombre: 'Dark',
  contraste_fort: 'High contrast',
  voix: 'Read each screen aloud',
  fini: 'That is fine',
};

export const clavier: Catalogue['clavier'] = {
  nom: 'Keyboard',
  effacer: 'Erase',
  majuscules: 'Capitals',
  espace: 'Space',
  accents: 'Accents and digits',
  fermer: 'Close the keyboard',
};

export const inactivite: Catalogue['inactivite'] = {
  titre: 'Are you still there?',
  texte: 'Without an answer, this screen closes in {n} second.|Without an answer, this screen closes in {n} seconds.',
  rester: 'I am here',
  partir: 'I have finished',
};
