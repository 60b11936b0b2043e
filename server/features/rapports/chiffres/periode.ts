import { aujourdhui, type Jour, joursEntre, plusJours, plusMois } from '../../../core/jours.ts';
import type { Langue } from '../../../core/messages/messages.ts';
import type { Filtre, Vue } from '../populations.ts';
import type { VueDatee } from './types.ts';

const premier = (jour: Jour): Jour => `${jour.slice(0, 7)}-01`;

/** The days of a view: the current month up to today unless others are given. */
export function dater({ du, au, succursale_id }: Vue): VueDatee {
  const fin = au ?? aujourdhui();
  return { du: du ?? premier(fin), au: fin, ...(succursale_id === undefined ? {} : { succursale_id }) };
}

/** As many days, just before. */
export const avant = ({ du, au, ...rest }: VueDatee): VueDatee => ({
  ...rest,
  du: plusJours(du, -joursEntre(du, au) - 1),
  au: plusJours(du, -1),
});

/** Up to here a chart goes by days, beyond by months. */
const JOURS_MAX = 62;

export const parJour = ({ du, au }: VueDatee): boolean => joursEntre(du, au) < JOURS_MAX;

export interface Pas {
  /** `2026-11-21`, or `2026-11` for a month. */
  code: string;
  libelle: string;
  filtre: Filtre;
}

/** Each day or month of a view, whether or not anything happened; the first and last months as far as they are in it. */
export function pas({ du, au }: VueDatee, champ: string, langue: Langue, jours: boolean): Pas[] {
  const found: Pas[] = [];
  for (let debut = du; debut <= au; ) {
    const suivant = jours ? plusJours(debut, 1) : plusMois(premier(debut), 1);
    const fin = suivant > au ? au : plusJours(suivant, -1);
    const code = jours ? debut : debut.slice(0, 7);
    const filtre = { [`${champ}__gte`]: debut, [`${champ}__lte`]: fin };
    found.push({ code, libelle: ecrire(langue, debut, jours), filtre });
    debut = suivant;
  }
  return found;
}

const formats = {
  fr: [new Intl.DateTimeFormat('fr-FR', month('short')), new Intl.DateTimeFormat('fr-FR', day())],
  en: [new Intl.DateTimeFormat('en-GB', month('short')), new Intl.DateTimeFormat('en-GB', day())],
} as const;

function month(form: 'short'): Intl.DateTimeFormatOptions {
  return { timeZone: 'UTC', month: form, year: 'numeric' };
}

function day(): Intl.DateTimeFormatOptions {
  return { timeZone: 'UTC', day: 'numeric', month: 'short' };
}

const ecrire = (langue: Langue, jour: Jour, entier: boolean): string =>
  formats[langue][entier ? 1 : 0].format(new Date(`${jour}T00:00:00Z`));
