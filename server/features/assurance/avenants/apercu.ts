import { z } from 'zod';
import { plusJours, plusMois } from '../../../core/jours.ts';
import type { Francs } from '../../../core/money.ts';
import { type Periodicite, type Terme, termeDepuis } from '../echeancier.ts';
import { type Coupe, periodesDe } from './coupe.ts';

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

export interface Changement {
  montant: Francs;
  periodicite: Periodicite;
}

/** A term to be written; what all earlier ones ask for together is its `du_avant`. */
export interface Suite extends Terme {
  montant: Francs;
  du_avant: Francs;
}

/** Where the present periods are cut, the terms that follow, and what people are shown of it. */
export interface Plan {
  coupe: Coupe;
  suites: Suite[];
  apercu: Apercu;
}

/**
 * Replaces the periods that have not begun by others, up to the same end. All count from the day on which cover
 * began, so that 31 January, 29 February is followed by 31 March: where a term of its own would count otherwise, a
 * second one follows. @param mois how many months the whole cover has
 * @throws RangeError when the new periods do not divide what is left
 */
export function planifier(coupe: Coupe, mois: number, { montant, periodicite }: Changement): Plan {
  const { origine, mois_gardes, du_garde, date_expiration, du_total, cedees } = coupe;
  const left = { duree: mois - mois_gardes, duree_unite: 'mois' as const };
  const { mois: step, nombre } = termeDepuis(coupe.date_effet, left, periodicite);
  const debut = (n: number) => (step === null ? coupe.date_effet : plusMois(origine, mois_gardes + n * step));
  const suites: Suite[] = [];
  for (let from = 0; from < nombre; ) {
    const start = debut(from);
    const straight = (n: number) => step === null || debut(n) === plusMois(start, (n - from) * step);
    let to = from + 1;
    while (to < nombre && straight(to)) to += 1;
    const last = to === nombre ? date_expiration : plusJours(debut(to), -1);
    const du_avant = du_garde + from * montant;
    suites.push({ date_effet: start, date_expiration: last, mois: step, nombre: to - from, montant, du_avant });
    from = to;
  }
  const du_apres = du_garde + nombre * montant;
  const apercu = {
    date_effet: coupe.date_effet,
    date_expiration,
    periodes: suites.flatMap((suite) => periodesDe(suite).map(({ debut, fin }) => ({ debut, fin, montant }))),
    du_avant: du_total,
    du_apres,
    ecart: du_apres - du_total,
    quittances_reprises: cedees.slice(0, nombre),
    quittances_nouvelles: Math.max(0, nombre - cedees.length),
    quittances_annulees: cedees.slice(nombre),
  };
  return { coupe, suites, apercu };
}
