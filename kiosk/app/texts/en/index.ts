import { accueil } from './accueil.ts';
import { annonces } from './annonces.ts';
import { attente } from './attente.ts';
import { commun } from './commun.ts';
import { connexion } from './connexion.ts';
import { contrat, statuts } from './contrat.ts';
import { documents } from './documents.ts';
import { payer } from './payer.ts';
import { affichage, clavier, inactivite } from './reglages.ts';
import { tableau } from './tableau.ts';

export const en = {
  accueil,
  affichage,
  annonces,
  attente,
  clavier,
  commun,
  connexion,
  contrat,
  documents,
  inactivite,
  payer,
  statuts,
  tableau,
};
