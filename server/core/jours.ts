/** A calendar day as an ISO string, `2026-01-31`. Strings compare in the order of time. */
export type Jour = string;

export const ZONE = 'Africa/Brazzaville';

const inZone = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });

/** Today in the institution's zone; `GUICHET_AUJOURDHUI` moves it, here and in SQL (`date_metier()`) alike. */
export const aujourdhui = (): Jour => process.env.GUICHET_AUJOURDHUI ?? inZone.format(new Date());

const utc = (jour: Jour): Date => {
  const at = new Date(`${jour}T00:00:00Z`);
  if (Number.isNaN(at.valueOf()) || at.toISOString().slice(0, 10) !== jour) throw new RangeError(`not a day: ${jour}`);
  return at;
};

export function plusJours(jour: Jour, days: number): Jour {
  const at = utc(jour);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/**
 * The same day some months later, or the last day of a shorter month. Count from the start, never from the
 * previous period, so that 31 January gives 29 February and then 31 March.
 */
export function plusMois(jour: Jour, months: number): Jour {
  const at = utc(jour);
  const first = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(at.getUTCDate(), last));
  return first.toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when the second is earlier. */
export const joursEntre = (from: Jour, to: Jour): number => (utc(to).valueOf() - utc(from).valueOf()) / 86_400_000;
