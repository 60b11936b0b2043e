import { type Jour, plusJours, plusMois } from '../../core/jours.ts';

export const periodicites = ['unique', 'mensuelle', 'trimestrielle', 'semestrielle', 'annuelle'] as const;
export type Periodicite = (typeof periodicites)[number];

export interface Duree {
  duree: number;
  duree_unite: 'jours' | 'mois';
}

/** Months of one period; a single payment has none. */
const moisPar: Record<Periodicite, number | null> = {
  unique: null,
  mensuelle: 1,
  trimestrielle: 3,
  semestrielle: 6,
  annuelle: 12,
};

/** The shape of a term: when it ends (its last covered day), and its periods, which count from its start. */
export interface Terme {
  date_effet: Jour;
  date_expiration: Jour;
  mois: number | null;
  nombre: number;
}

/**
 * The term that begins on a day. A year of 365 days has twelve months of payment: its last period ends with it.
 * @throws RangeError when no whole number of periods fits into the duration
 */
export function termeDepuis(date_effet: Jour, { duree, duree_unite }: Duree, periodicite: Periodicite): Terme {
  const date_expiration = plusJours(
    duree_unite === 'jours' ? plusJours(date_effet, duree) : plusMois(date_effet, duree),
    -1,
  );
  const mois = moisPar[periodicite];
  if (mois === null) return { date_effet, date_expiration, mois, nombre: 1 };
  const months = duree_unite === 'mois' ? duree : Math.round((duree * 12) / 365);
  if (months < mois || months % mois !== 0)
    throw new RangeError(`${periodicite} does not divide ${duree} ${duree_unite}`);
  return { date_effet, date_expiration, mois, nombre: months / mois };
}
