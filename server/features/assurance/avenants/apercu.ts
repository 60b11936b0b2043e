import { z } from 'zod';
import { type Jour, plusJours, plusMois } from '../../../core/jours.ts';
import type { Francs } from '../../../core/money.ts';
import { type Periodicite, type Terme, termeDepuis } from '../echeancier.ts';

const francs = () => z.int().meta({ unit: 'francs' });

/** What an avenant does, in dates and francs. */
export const apercuSchema = z.strictObject({
  date_effet: z.iso.date(),
  date_expiration: z.iso.date(),
  periodes: z.array(z.strictObject({ debut: z.iso.date(), fin: z.iso.date(), montant: francs() })),
  /** What the whole contrat asks for before and after, and the difference. */
  du_avant: francs(),
  du_apres: francs(),
  ecart: francs(),
  quittances_reprises: z.array(z.string()),
  quittances_nouvelles: z.int(),
  quittances_annulees: z.array(z.string()),
});

export type Apercu = z.output<typeof apercuSchema>;

/** A term as it is kept. */
export interface TermeEnCours extends Terme {
  id: number;
  rang: number;
  montant: Francs;
  /** What all earlier terms ask for together. */
  du_avant: Francs;
  premiere_quittance: number;
  quittances: string[] | null;
}

export interface Changement {
  montant: Francs;
  periodicite: Periodicite;
}

/** The term that is to follow, how many periods of the present one stay, and what people are shown of it. */
export interface Plan {
  terme: TermeEnCours;
  gardees: number;
  suite: Terme & { montant: Francs; du_avant: Francs };
  apercu: Apercu;
}

/** The number of a quittance as people read it. */
export const quittance = (annee: string, numero: number): string => `Q${annee}${String(numero).padStart(3, '0')}`;

/** How many periods have begun by a day. */
export function commencees({ date_effet, mois, nombre }: Terme, jour: Jour): number {
  const starts = Array.from({ length: nombre }, (_, n) => debut(date_effet, mois, n));
  return starts.filter((start) => start <= jour).length;
}

/**
 * The last term of a contrat, cut where the first period begins that has not begun, and what follows until the same
 * end. Periods count from the start of what follows. @param gardees at least 1, fewer than the term has
 * @throws RangeError when the new periods do not divide what is left
 */
export function planifier(terme: TermeEnCours, gardees: number, { montant, periodicite }: Changement): Plan {
  const date_effet = debut(terme.date_effet, terme.mois, gardees);
  const left = (terme.nombre - gardees) * (terme.mois ?? 0);
  const { mois, nombre } = termeDepuis(date_effet, { duree: left, duree_unite: 'mois' }, periodicite);
  const { date_expiration } = terme;
  const du_avant = terme.du_avant + terme.montant * gardees;
  const suite = { date_effet, date_expiration, mois, nombre, montant, du_avant };
  return { terme, gardees, suite, apercu: apercuDe(terme, gardees, suite) };
}

function apercuDe(terme: TermeEnCours, gardees: number, suite: Plan['suite']): Apercu {
  const { date_effet, date_expiration, nombre, montant } = suite;
  const before = terme.du_avant + terme.montant * terme.nombre;
  const after = suite.du_avant + montant * nombre;
  const cut = quittancesDe(terme).slice(gardees);
  return {
    date_effet,
    date_expiration,
    periodes: periodesDe(suite).map((periode) => ({ ...periode, montant })),
    du_avant: before,
    du_apres: after,
    ecart: after - before,
    quittances_reprises: cut.slice(0, nombre),
    quittances_nouvelles: Math.max(0, nombre - cut.length),
    quittances_annulees: cut.slice(nombre),
  };
}

const quittancesDe = ({ quittances, date_effet, premiere_quittance, nombre }: TermeEnCours): string[] =>
  quittances ?? Array.from({ length: nombre }, (_, n) => quittance(date_effet.slice(0, 4), premiere_quittance + n));

const periodesDe = ({ date_effet, date_expiration, mois, nombre }: Terme): { debut: Jour; fin: Jour }[] =>
  Array.from({ length: nombre }, (_, n) => ({
    debut: debut(date_effet, mois, n),
    fin: n + 1 === nombre ? date_expiration : plusJours(debut(date_effet, mois, n + 1), -1),
  }));

const debut = (date_effet: Jour, mois: number | null, n: number): Jour =>
  mois === null ? date_effet : plusMois(date_effet, n * mois);
