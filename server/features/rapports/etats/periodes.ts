import { type Jour, plusJours, plusMois } from '../../../core/jours.ts';

/** Periods that move with the day on which they are asked for; a week begins on Monday. */
export const periodes = [
  'aujourd_hui',
  'hier',
  'semaine_en_cours',
  'semaine_precedente',
  'mois_en_cours',
  'mois_precedent',
  'annee_en_cours',
  'annee_precedente',
] as const;
export type Periode = (typeof periodes)[number];

/** Their first and last day, seen from a day; what is still going on ends there. */
export function bornes(periode: Periode, jour: Jour): { du: Jour; au: Jour } {
  const monday = plusJours(jour, -((new Date(`${jour}T00:00:00Z`).getUTCDay() + 6) % 7));
  const month = `${jour.slice(0, 7)}-01`;
  const year = `${jour.slice(0, 4)}-01-01`;
  const yesterday = plusJours(jour, -1);
  const all: Record<Periode, [Jour, Jour]> = {
    aujourd_hui: [jour, jour],
    hier: [yesterday, yesterday],
    semaine_en_cours: [monday, jour],
    semaine_precedente: [plusJours(monday, -7), plusJours(monday, -1)],
    mois_en_cours: [month, jour],
    mois_precedent: [plusMois(month, -1), plusJours(month, -1)],
    annee_en_cours: [year, jour],
    annee_precedente: [plusMois(year, -12), plusJours(year, -1)],
  };
  const [du, au] = all[periode];
  return { du, au };
}
