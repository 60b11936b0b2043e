import { type Jour, plusJours, plusMois } from '../../../core/jours.ts';
import type { Francs } from '../../../core/money.ts';
import type { Terme } from '../echeancier.ts';

/** A term as it is kept. */
export interface TermeTenu extends Terme {
  id: number;
  rang: number;
  montant: Francs;
  /** What all earlier terms ask for together. */
  du_avant: Francs;
  premiere_quittance: number;
  quittances: string[] | null;
  /** The avenant that began it; a term without one began by a first payment or a renewal. */
  avenant_id: number | null;
}

/** What stays of a cover, up to the first period that has not begun, and what is given up. */
export interface Coupe {
  /** The last term of which something stays, and how many of its periods. */
  terme: TermeTenu;
  gardees: number;
  /** When the cover began: the day that its periods count from. */
  origine: Jour;
  mois_gardes: number;
  /** What everything up to the cut asks for; and what everything asked for until now. */
  du_garde: Francs;
  du_total: Francs;
  /** When the first period begins that had not begun; when the cover ends. */
  date_effet: Jour;
  date_expiration: Jour;
  /** The quittances of the periods given up, in order. */
  cedees: string[];
}

/** The number of a quittance as people read it. */
export const quittance = (annee: string, numero: number): string => `Q${annee}${String(numero).padStart(3, '0')}`;

/**
 * Cuts a cover on a day; undefined when all of its periods have begun.
 * @param termes the term that opened or renewed it and those that avenants joined to it, in order; begun by that day
 */
export function couper(termes: TermeTenu[], jour: Jour): Coupe | undefined {
  const all = termes.flatMap((terme) => periodesDe(terme).map((periode) => ({ terme, ...periode })));
  const kept = all.filter(({ debut }) => debut <= jour);
  const [next, ...further] = all.slice(kept.length);
  const terme = kept.at(-1)?.terme;
  const last = termes.at(-1);
  if (!next || !terme || !last) return undefined;
  const gardees = kept.filter((each) => each.terme === terme).length;
  return {
    terme,
    gardees,
    origine: (termes[0] as TermeTenu).date_effet,
    mois_gardes: kept.reduce((sum, each) => sum + (each.terme.mois ?? 0), 0),
    du_garde: terme.du_avant + gardees * terme.montant,
    du_total: last.du_avant + last.nombre * last.montant,
    date_effet: next.debut,
    date_expiration: last.date_expiration,
    cedees: [next, ...further].map(({ terme: of, n }) => quittanceDe(of, n)),
  };
}

const quittanceDe = ({ quittances, date_effet, premiere_quittance }: TermeTenu, n: number): string =>
  quittances?.[n] ?? quittance(date_effet.slice(0, 4), premiere_quittance + n);

/** The periods of a term, counted from its start. */
export const periodesDe = ({ date_effet, date_expiration, mois, nombre }: Terme) =>
  Array.from({ length: nombre }, (_, n) => ({
    n,
    debut: debut(date_effet, mois, n),
    fin: n + 1 === nombre ? date_expiration : plusJours(debut(date_effet, mois, n + 1), -1),
  }));

const debut = (date_effet: Jour, mois: number | null, n: number): Jour =>
  mois === null ? date_effet : plusMois(date_effet, n * mois);
