/** A number as it is read: `700 000`, with spaces that do not break. */
export const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, '\u00a0');

export const francs = (n: number): string => `${grouped(n)}\u00a0FCFA`;

/** The first of a month is a `1er` in French. */
const first = (text: string, locale: string): string => (locale.startsWith('fr') ? text.replace(/^1 /, '1er ') : text);

/** A day, `2026-11-21`, in words: `21 novembre 2026`. */
export const dayInWords = (day: string, locale: string): string => inWords(day, locale, 'long');

/** A day where there is little room: `21 nov. 2026`. */
export const dayShort = (day: string, locale: string): string => inWords(day, locale, 'short');

function inWords(day: string, locale: string, month: 'long' | 'short'): string {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' });
  return first(format.format(new Date(`${day.slice(0, 10)}T00:00:00Z`)), locale);
}

/** The zone in which the institution lives. */
const ZONE = 'Africa/Brazzaville';

/** An instant, ISO, by the clocks of the institution: `21 novembre 2026 à 14:05`. */
export const instantInWords = (instant: string, locale: string): string =>
  first(
    new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZone: ZONE,
    }).format(new Date(instant)),
    locale,
  );
