import { BASIC, nearestGsm } from '../../../integrations/sms/alphabet.ts';

/** What a telephone shows in two places, or not at all, in one place. */
const ELSE: Record<string, string> = {
  '€': 'EUR',
  '[': '(',
  ']': ')',
  '{': '(',
  '}': ')',
  '~': '-',
  '^': '',
  '|': '/',
  '\\': '/',
  '`': "'",
  '\f': '',
  '\r': '',
  '\t': ' ',
};

/** Whether a telephone of any age shows this text as it stands, one character in one place. */
export const isGsm7 = (text: string): boolean => [...text].every((letter) => letter !== '\r' && BASIC.has(letter));

/** A text as any telephone shows it: what its alphabet lacks loses its accent, or becomes a question mark. */
export const gsm7 = (text: string): string => [...nearestGsm(text)].map(shown).join('');

function shown(letter: string): string {
  const known = ELSE[letter];
  if (known !== undefined) return known;
  if (BASIC.has(letter)) return letter;
  if (/\p{Zs}/u.test(letter)) return ' ';
  return /\p{M}|\p{Cc}|\p{Cf}/u.test(letter) ? '' : '?';
}
