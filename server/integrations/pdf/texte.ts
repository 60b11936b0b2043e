import type { Jour } from '../../core/jours.ts';
import type { Francs } from '../../core/money.ts';
import { imprimable } from './polices.ts';

const NO_BREAK = '\u00a0';
/** Signs that are printed as their common twin. */
const TWINS: Record<string, string> = {
  ...{ '\u2007': NO_BREAK, '\u2009': NO_BREAK, '\u202f': NO_BREAK, '\u2010': '-', '\u2011': '-' },
  ...{ '\u2028': '\n', '\u2029': '\n' },
};

/** A text as the fonts can print it: `?` for what they lack. */
export const printable = (text: string): string =>
  [
    ...text
      .normalize('NFC')
      .replace(/\p{Cf}/gu, '')
      .replace(/[^\P{Cc}\n]/gu, ' '),
  ]
    .map((each) => TWINS[each] ?? (each === '\n' || imprimable(each) ? each : '?'))
    .join('');

/** A text that stays on one line. */
export const unbroken = (text: string): string => printable(text).replaceAll(/[ \n]/g, NO_BREAK);

const spaced = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 });

/** `700000` → `700 000`, for a column whose title says FCFA. */
export const montant = (amount: Francs): string => spaced.format(amount);

/** `2026-01-31` → `31/01/2026`; nothing for no day. */
export const enJour = (jour: Jour | null): string => jour?.split('-').reverse().join('/') ?? '';
