import type { Francs } from '../../../core/money.ts';
import { type Ligne, montantDe, montantLigne } from './lignes.ts';

export const changements = ['ajoutee', 'retiree', 'modifiee', 'inchangee'] as const;

/** A line of either version, or of both; `ecart` in francs is what it adds to the total. */
export interface LigneComparee {
  libelle: string;
  changement: (typeof changements)[number];
  avant: LigneChiffree | null;
  apres: LigneChiffree | null;
  ecart: Francs;
}

interface LigneChiffree extends Omit<Ligne, 'libelle'> {
  montant: Francs;
}

const chiffree = (ligne: Ligne): LigneChiffree => ({
  quantite: ligne.quantite,
  prix: ligne.prix,
  montant: montantLigne(ligne),
});

const nom = ({ libelle }: Ligne) => libelle.trim().replace(/\s+/g, ' ').toLowerCase();

/**
 * What differs between two versions, line by line, in the order of the later one and then what was taken out. Lines are
 * the same by their libellé; of several alike, those that did not change are told first.
 */
export function comparerLignes(avant: readonly Ligne[], apres: readonly Ligne[]): LigneComparee[] {
  const restent = [...avant];
  const prendre = (fits: (ligne: Ligne) => boolean): Ligne | undefined => {
    const at = restent.findIndex(fits);
    return at < 0 ? undefined : restent.splice(at, 1)[0];
  };
  const pareil = (a: Ligne) => (b: Ligne) => nom(a) === nom(b) && a.quantite === b.quantite && a.prix === b.prix;
  const inchangees = apres.map((ligne) => prendre(pareil(ligne)));
  const lignes = apres.map((ligne, i): LigneComparee => {
    const avant = inchangees[i] ?? prendre((each) => nom(each) === nom(ligne));
    return comparee(ligne.libelle, avant, ligne);
  });
  return [...lignes, ...restent.map((ligne) => comparee(ligne.libelle, ligne, undefined))];
}

function comparee(libelle: string, avant: Ligne | undefined, apres: Ligne | undefined): LigneComparee {
  const alike = avant && apres && avant.quantite === apres.quantite && avant.prix === apres.prix;
  const both = alike ? 'inchangee' : 'modifiee';
  return {
    libelle,
    changement: !avant ? 'ajoutee' : !apres ? 'retiree' : both,
    avant: avant ? chiffree(avant) : null,
    apres: apres ? chiffree(apres) : null,
    ecart: montantDe(apres ? [apres] : []) - montantDe(avant ? [avant] : []),
  };
}
