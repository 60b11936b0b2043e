import { inFrancs } from '../../../../core/money.ts';
import type { Etat, NomEcran, Saisie } from '../etat.ts';
import type { ContratDuClient, Effet, Faits, ProduitEnVente } from '../faits.ts';
import { type Cle, dire } from '../messages.ts';
import { couper } from '../mise-en-page.ts';

/** Where an input leads: to another screen, to the end, or nowhere with the reason. */
export type Suite =
  | { vers: NomEcran; saisie?: Partial<Saisie>; langue?: Etat['langue'] }
  | { reprendre: true }
  | { fin: string; effets: Effet[] }
  | { refus: string };

interface Choix {
  /** Stays the same whatever else is offered beside it. */
  cle: string;
  libelle: string;
  suite: Suite;
}

/** One screen: a header, and what may be answered. The header may be told how many characters it has. */
export interface Vue {
  entete: string | ((place: number) => string);
  choix?: readonly Choix[];
  lire?: (entree: string) => Suite;
}

export interface Passage {
  vers: NomEcran;
  saisie?: Partial<Saisie>;
}

/** What a screen shows; or, where there is nothing to ask, where it passes on to. */
export type Ecran = (etat: Etat, faits: Faits) => Vue | Passage;

/** Speaks the language of the conversation. */
export const parler =
  ({ langue }: Pick<Etat, 'langue'>) =>
  (cle: Cle, blancs?: Record<string, string | number>) =>
    dire(langue, cle, blancs);

/** Somebody stands before something that has gone meanwhile. */
export const plusPossible = (etat: Etat): Passage => ({
  vers: 'message',
  saisie: { message: dire(etat.langue, 'plus_possible') },
});

export const produitDe = ({ saisie }: Etat, { produits }: Faits): ProduitEnVente | undefined =>
  produits.find(({ id }) => id === saisie.produit_id);

export const contratDe = ({ saisie }: Etat, { contrats }: Faits): ContratDuClient | undefined =>
  contrats.find(({ souscription_id }) => souscription_id === saisie.souscription_id);

export const estEnRetard = ({ en_retard, reste_a_payer }: ContratDuClient): boolean => en_retard && reste_a_payer > 0;

/** How a contrat is called in one line. */
export const nomDe = ({ police, produit }: ContratDuClient): string => couper(police ?? produit, 22);

/** An amount as people type it: `500`, `1 500`, `1.500 FCFA`; undefined when it is none. */
function lireMontant(entree: string): number | undefined {
  const chiffres = /^(\d{1,3}(?:[\s.,]\d{3})+|\d{1,12})\s*(?:f|fcfa|f cfa|xaf|francs?)?$/i.exec(entree.trim())?.[1];
  return chiffres ? Number(chiffres.replace(/\D/g, '')) : undefined;
}

interface Bornes {
  minimum: number;
  maximum: number;
}

/** Takes an amount within bounds, or says what is wrong with it. */
export function montantDans(etat: Etat, { minimum, maximum }: Bornes, suite: (montant: number) => Suite) {
  const dit = parler(etat);
  return (entree: string): Suite => {
    const montant = lireMontant(entree);
    if (montant === undefined) return { refus: dit('montant_invalide') };
    if (montant < minimum || montant > maximum) {
      return { refus: dit('montant_hors_bornes', { minimum: inFrancs(minimum), maximum: inFrancs(maximum) }) };
    }
    return suite(montant);
  };
}
