import { aujourdhui, plusJours } from '../../core/jours.ts';

/** Values as they are met in annonces. */
export const annonceExamples = {
  'annonces.titre': 'Agence fermée le 28 novembre',
  'annonces.contenu': 'Jour férié.\nLes paiements mobile money restent possibles.',
  'annonces.importance': 'important',
  get 'annonces.debut'() {
    return aujourdhui();
  },
  get 'annonces.fin'() {
    return plusJours(aujourdhui(), 7);
  },
  'annonces.retirer.motif': 'Le jour férié a été déplacé',
  'annonces.retiree_le': null,
  'annonces.motif_retrait': null,
} as const;
