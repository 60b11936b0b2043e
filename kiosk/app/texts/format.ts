/** A number as it is read: `700 000`, with spaces that do not break. */
export const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ' ');

export const francs = (n: number): string => `${grouped(n)} FCFA`;

/** A day, `2026-11-21`, in words: `21 novembre 2026`. */
export const dayInWords = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day.slice(0, 10)}T00:00:00Z`),
  );

/** A day where there is little room: `21 nov. 2026`. */
export const dayShort = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day.slice(0, 10)}T00:00:00Z`),
  );

/** The zone in which the institution lives. */
const ZONE = 'Africa/Brazzaville';

/** An instant, ISO, by the clocks of the institution: `21 novembre 2026 à 14:05`. */
export const instantInWords = (instant: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: ZONE,
  }).format(new Date(instant));
