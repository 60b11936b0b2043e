import { type Jour, plusJours, plusMois } from '../../../core/jours.ts';
import { type Duree, type Periodicite, termeDepuis } from '../echeancier.ts';

interface Periode {
  debut: Jour;
  fin: Jour;
  montant: number;
}

/**
 * The periods of a contrat from first principles: they count from the day on which cover began, also those that an
 * avenant changes some months after it.
 */
export function periodes(
  origine: Jour,
  duree: Duree,
  periodicite: Periodicite,
  montant: number,
  { apres = 0, fin }: { apres?: number; fin?: Jour } = {},
): Periode[] {
  const { mois, nombre, date_expiration } = termeDepuis(origine, duree, periodicite);
  const debut = (n: number) => plusMois(origine, apres + n * (mois ?? 0));
  return Array.from({ length: nombre }, (_, n) => ({
    debut: debut(n),
    fin: n + 1 === nombre ? (fin ?? date_expiration) : plusJours(debut(n + 1), -1),
    montant,
  }));
}

/** Franc by franc to the oldest: what each period has got, and the last day of the last that is paid. */
export function allotir(all: Periode[], paid: number) {
  let left = paid;
  const parts = all.map(({ montant }) => {
    const part = Math.min(left, montant);
    left -= part;
    return part;
  });
  const covered = all.filter(({ montant }, n) => parts[n] === montant).at(-1)?.fin ?? null;
  return { parts, covered };
}
