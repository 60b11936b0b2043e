import type { Langue } from '../../../core/messages/messages.ts';

export type Unite = 'nombre' | 'francs' | 'pourcent';

const locales = { fr: 'fr-FR', en: 'en' };

/** A value as it is written out: `1 250 000`, `12,5 %`. */
export function ecrireValeur(valeur: number, unite: Unite, langue: Langue): string {
  const digits = new Intl.NumberFormat(locales[langue], { maximumFractionDigits: unite === 'pourcent' ? 1 : 0 });
  const written = digits.format(valeur);
  return unite === 'pourcent' ? `${written}${langue === 'fr' ? '\u00a0' : ''}%` : written;
}

/** A value beside an axis: in short from ten thousand on, `1,5 M`. */
export const abreger = (valeur: number, unite: Unite, langue: Langue): string =>
  unite === 'pourcent' || Math.abs(valeur) < 10_000
    ? ecrireValeur(valeur, unite, langue)
    : new Intl.NumberFormat(locales[langue], { notation: 'compact', maximumFractionDigits: 1 }).format(valeur);

/** Round steps from below the lowest value, or zero, to above the highest one. Counts have no halves. */
export function graduations(valeurs: readonly number[], unite: Unite): number[] {
  const low = Math.min(0, ...valeurs);
  const high = Math.max(0, ...valeurs);
  const raw = (high - low || 1) / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  const round = [1, 2, 2.5, 5, 10].map((step) => step * power).find((step) => step >= raw) ?? raw;
  const step = unite === 'pourcent' ? round : Math.max(1, Math.ceil(round));
  const from = Math.floor(low / step);
  const to = Math.max(from + 1, Math.ceil(high / step));
  return Array.from({ length: to - from + 1 }, (_, n) => (from + n) * step);
}
