import { accueil, message } from './ecrans/accueil.ts';
import { type Ecran, parler, type Suite, type Vue } from './ecrans/ecran.ts';
import { operateur } from './ecrans/operateur.ts';
import { autreMontant, contrat, contrats, montantPayer, payer, rattrapage } from './ecrans/payer.ts';
import { montant, nom, periodicite, prenom, produit, revue } from './ecrans/souscrire.ts';
import type { Etat, NomEcran } from './etat.ts';
import type { Effet, Faits } from './faits.ts';
import { gsm7 } from './gsm7.ts';
import { couper, ECRAN_MAX, mettreEnPage } from './mise-en-page.ts';

const ecrans: Record<NomEcran, Ecran> = {
  accueil,
  produit,
  montant,
  periodicite,
  nom,
  prenom,
  revue,
  payer,
  montant_payer: montantPayer,
  autre_montant: autreMontant,
  contrats,
  contrat,
  rattrapage,
  operateur,
  message,
};

/** What a numbered line stands for, for channels that show buttons. */
export interface Option {
  touche: string;
  libelle: string;
}

/** One turn of the conversation: where it stands now, what is shown, whether it is over, and what is to be done. */
export interface Pas {
  etat: Etat;
  texte: string;
  options: Option[];
  fin: boolean;
  effets: Effet[];
}

const CHEMIN_MAX = 30;
const RETOUR = '0';
const PAGE_SUIVANTE = '9';

/**
 * The whole conversation as a pure function: no state begins it. Nobody is ever stuck: whatever is typed, a screen
 * comes that fits a telephone, and « 0 » leads out.
 */
export function step(etat: Etat | undefined, entree: string, faits: Faits): Pas {
  if (!etat) return montrer(commencer(faits), faits);
  const dit = entree.trim();
  if (dit === RETOUR) return reculer(etat, faits);
  const vue = vueDe(etat, faits);
  if ('vers' in vue) return montrer(etat, faits);
  if (dit === PAGE_SUIVANTE && etat.suite !== undefined) return montrer({ ...etat, debut: etat.suite }, faits);
  const cle = /^[1-8]$/.test(dit) ? etat.offerts[Number(dit) - 1] : undefined;
  const choisi = vue.choix?.find((each) => each.cle === cle);
  if (choisi) return suivre(etat, choisi.suite, faits);
  if (vue.lire) return suivre(etat, vue.lire(dit), faits);
  return montrer(etat, faits, parler(etat)('choix_invalide'));
}

/** What was asked for cannot be: the reason, and the way to the menu. */
export const refuser = (etat: Etat, raison: string, faits: Faits): Pas =>
  montrer({ ...aller(etat, 'message'), chemin: ['accueil'], saisie: { message: couper(raison, 130) } }, faits);

/** Ends here, with a last word. */
export const finir = (etat: Etat, texte: string, { canal }: Pick<Faits, 'canal'>, effets: Effet[] = []): Pas => {
  const dernier = enClair(couper(texte, ECRAN_MAX), canal);
  return { etat: { ...etat, affiche: dernier, offerts: [] }, texte: dernier, options: [], fin: true, effets };
};

const commencer = ({ langue, reprise }: Faits): Etat => ({
  langue,
  ecran: 'accueil',
  chemin: [],
  saisie: {},
  offerts: [],
  debut: 0,
  affiche: '',
  ...(reprise ? { reprise } : {}),
});

const aller = (etat: Etat, ecran: NomEcran): Etat => ({ ...etat, ecran, debut: 0, suite: undefined });

/** « 0 »: the first page of this list, the screen before, or out of the door. */
function reculer(etat: Etat, faits: Faits): Pas {
  if (etat.debut > 0) return montrer({ ...etat, debut: 0 }, faits);
  const avant = etat.ecran === 'message' ? 'accueil' : etat.chemin.at(-1);
  if (!avant) return finir(etat, parler(etat)('au_revoir'), faits);
  const chemin = avant === 'accueil' ? [] : etat.chemin.slice(0, -1);
  return montrer({ ...aller(etat, avant), chemin }, faits);
}

function suivre(etat: Etat, suite: Suite, faits: Faits): Pas {
  if ('refus' in suite) return montrer(etat, faits, suite.refus);
  if ('fin' in suite) return finir(etat, suite.fin, faits, suite.effets);
  if ('reprendre' in suite) {
    const { reprise, ...reste } = etat;
    return montrer(reprise ? { ...aller(reste, reprise.ecran), ...reprise } : reste, faits);
  }
  const { vers, saisie, langue = etat.langue } = suite;
  const chemin = vers === 'accueil' ? [] : [...etat.chemin, etat.ecran].slice(-CHEMIN_MAX);
  return montrer({ ...aller(etat, vers), langue, chemin, saisie: { ...etat.saisie, ...saisie } }, faits);
}

/** Shows where the conversation stands, past the screens that have nothing to ask. */
function montrer(etat: Etat, faits: Faits, raison?: string): Pas {
  let ici = etat;
  for (let vue = vueDe(ici, faits); ; vue = vueDe(ici, faits)) {
    if (!('vers' in vue)) return afficher(ici, vue, faits, raison);
    ici = { ...aller(ici, vue.vers), saisie: { ...ici.saisie, ...vue.saisie } };
  }
}

const vueDe = (etat: Etat, faits: Faits) => ecrans[etat.ecran](etat, faits);

function afficher(depuis: Etat, { entete, choix = [] }: Vue, { canal }: Faits, raison?: string): Pas {
  const etat = depuis.debut < choix.length ? depuis : { ...depuis, debut: 0 };
  const dit = parler(etat);
  const { texte, nombre } = mettreEnPage({
    raison,
    entete,
    libelles: choix.map(({ libelle }) => libelle),
    debut: etat.debut,
    plus: dit('suite'),
    retour: dit(etat.ecran === 'accueil' && etat.debut === 0 ? 'quitter' : 'retour'),
  });
  const fin = etat.debut + nombre;
  const ici = choix.slice(etat.debut, fin);
  const affiche = enClair(texte, canal);
  const options = ici.map(({ libelle }, i) => ({ touche: String(i + 1), libelle: enClair(libelle, canal) }));
  const offerts = ici.map(({ cle }) => cle);
  const suite = fin < choix.length ? fin : undefined;
  return { etat: { ...etat, offerts, suite, affiche }, texte: affiche, options, fin: false, effets: [] };
}

/** A telephone of any age has but the letters of GSM; a chat shows what was written. */
const enClair = (texte: string, canal: Faits['canal']) => (canal === 'ussd' ? gsm7(texte) : texte);
