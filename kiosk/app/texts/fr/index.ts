import { accueil } from './accueil.ts';
import { commun } from './commun.ts';
import { connexion } from './connexion.ts';
import { affichage, clavier, inactivite } from './reglages.ts';
import { tableau } from './tableau.ts';

export const fr = { accueil, affichage, clavier, commun, connexion, inactivite, tableau };
