import type { Jour } from '../../core/jours.ts';
import type { Francs } from '../../core/money.ts';

/** What the standard fonts of PDF hold beside Latin-1. */
const BESIDE = new Set('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ');
const LATIN_1 = /^[\n\u0020-\u007e\u00a0-\u00ff]$/;

const NO_BREAK = '\u00a0';
/** Letters of the region’s languages that have no plain one beneath their accent, and signs with a common twin. */
const NEAREST: Record<string, string> = {
  ...{ ŋ: 'n', Ŋ: 'N', ɛ: 'e', Ɛ: 'E', ɔ: 'o', Ɔ: 'O', ɓ: 'b', Ɓ: 'B', ɗ: 'd', Ɗ: 'D', ə: 'e', Ə: 'E', ɨ: 'i', ʉ: 'u' },
  ...{ '\u2007': NO_BREAK, '\u2009': NO_BREAK, '\u202f': NO_BREAK, '\u2010': '-', '\u2011': '-', '\u2212': '-' },
};

const holds = (character: string) => LATIN_1.test(character) || BESIDE.has(character);

/** A text as the standard fonts can print it: the nearest letter for what they lack, `?` where there is none. */
export const printable = (text: string): string =>
  [...text.normalize('NFC').replace(/\p{Cc}/gu, (control) => (control === '\n' ? control : ' '))]
    .map((each) => {
      if (holds(each)) return each;
      const plain = NEAREST[each] ?? each.normalize('NFD').replace(/\p{M}/gu, '');
      return [...plain].every((letter) => holds(NEAREST[letter] ?? letter))
        ? [...plain].map((letter) => NEAREST[letter] ?? letter).join('')
        : '?';
    })
    .join('');

/** A text that stays on one line. */
export const unbroken = (text: string): string => printable(text).replaceAll(' ', NO_BREAK);

const spaced = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 });

/** `700000` → `700 000`, for a column whose title says FCFA. */
export const montant = (amount: Francs): string => spaced.format(amount);

/** `2026-01-31` → `31/01/2026`; nothing for no day. */
export const enJour = (jour: Jour | null): string => jour?.split('-').reverse().join('/') ?? '';
