import { accueil } from './accueil.ts';
import { aide } from './aide.ts';
import { annonces } from './annonces.ts';
import { attente } from './attente.ts';
import { beneficiaires } from './beneficiaires.ts';
import { code, jour } from './code.ts';
import { commun } from './commun.ts';
import { compte } from './compte.ts';
import { connexion } from './connexion.ts';
import { contrat, statuts } from './contrat.ts';
import { declarer } from './declarer.ts';
import { documents } from './documents.ts';
import { payer } from './payer.ts';
import { photos } from './photos.ts';
import { produits } from './produits.ts';
import { affichage, clavier, inactivite } from './reglages.ts';
import { souscrire } from './souscrire.ts';
import { tableau } from './tableau.ts';
import { telephone } from './telephone.ts';

export const fr = {
  accueil,
  affichage,
  annonces,
  attente,
  beneficiaires,
  clavier,
  code,
  commun,
  compte,
  connexion,
  contrat,
  declarer,
  documents,
  inactivite,
  jour,
  payer,
  photos,
  statuts,
  tableau,
  telephone,
  produits,
  souscrire,
  aide,
};
