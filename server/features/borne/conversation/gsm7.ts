/** The basic alphabet of GSM 03.38, without what takes two places in it. */
const ALPHABET = new Set(
  '@£$¥èéùìòÇ\nØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);

const REPLACED: Record<string, string> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  œ: 'oe',
  Œ: 'OE',
  ç: 'c',
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
  '\t': ' ',
  '\r': '',
};

/** Whether a telephone shows this text as it stands, one character in one place. */
export const isGsm7 = (text: string): boolean => [...text].every((letter) => ALPHABET.has(letter));

/** A text as any telephone shows it: what the alphabet lacks loses its accent, or becomes a question mark. */
export const gsm7 = (text: string): string => [...text.normalize('NFC')].map(shown).join('');

function shown(letter: string): string {
  if (ALPHABET.has(letter)) return letter;
  const known = REPLACED[letter];
  if (known !== undefined) return known;
  if (/\p{Zs}/u.test(letter)) return ' ';
  if (/\p{M}|\p{Cc}|\p{Cf}/u.test(letter)) return '';
  const base = letter.normalize('NFKD').replace(/\p{M}/gu, '');
  return [...base].every((each) => ALPHABET.has(each)) ? base : '?';
}
