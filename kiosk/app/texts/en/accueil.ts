import type { Catalogue } from '../texts.ts';

export const accueil: Catalogue['accueil'] = {
  titre: 'Hello. What would you like to do?',
  sous_titre: 'Your insurance, made simple.',
  parole:
    'Hello. Touch “My insurance” to see your policies and to pay. Touch “Our products” to discover them and subscribe.',
  mon_assurance: 'My insurance',
  mon_assurance_texte: 'See my policies, pay, make a claim',
  produits: 'Our products',
  produits_texte: 'Discover and subscribe, from 100 FCFA',
  annonces: 'Announcements',
  annonces_texte: 'What you should know',
  aide: 'Help in pictures',
  aide_texte: 'How does it work?',
  annonce: 'Good to know: ',
  annonce_urgent: 'Urgent: ',
  veille: 'Touch the screen',
  parti: 'You have left. Nothing of yours stays on this screen.',
  inactif: 'The screen closed by itself because nobody touched it. Nothing of yours stays on it.',
  expire: 'Your visit has ended. To go on, please sign in again.',
};
