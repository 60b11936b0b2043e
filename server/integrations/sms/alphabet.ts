/** GSM 03.38: one septet each. */
export const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Its extension table: two septets each, which one SMS carries together. */
const EXTENSION = new Set('\f^{}\\[~]|€');

const GSM = { alone: 160, joined: 153 };
/** In UTF-16 units. */
const UCS2 = { alone: 70, joined: 67 };

/** How many SMS a text takes: 160 septets in one, 153 in each of several; 70 and 67 once a character is not of GSM-7. */
export function segments(texte: string): number {
  const characters = [...texte];
  const isGsm = characters.every((each) => BASIC.has(each) || EXTENSION.has(each));
  const { alone, joined } = isGsm ? GSM : UCS2;
  const sizes = characters.map((each) => (isGsm ? (BASIC.has(each) ? 1 : 2) : each.length));
  if (sizes.reduce((sum, size) => sum + size, 0) <= alone) return 1;
  let [count, room] = [0, 0];
  for (const size of sizes) {
    if (size > room) [count, room] = [count + 1, joined];
    room -= size;
  }
  return count;
}

const NEAREST: Record<string, string> = {
  '’': "'",
  '‘': "'",
  '«': '"',
  '»': '"',
  '“': '"',
  '”': '"',
  '…': '...',
  '–': '-',
  '—': '-',
  œ: 'oe',
  Œ: 'OE',
  '\u00a0': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
};

/** A text with what GSM-7 lacks replaced by what is nearest (`l’hôpital` → `l'hopital`), where there is such a thing. */
export const nearestGsm = (texte: string): string =>
  [...texte.normalize('NFC')]
    .map((each) => {
      if (BASIC.has(each) || EXTENSION.has(each)) return each;
      const plain = NEAREST[each] ?? each.normalize('NFD').replace(/\p{M}/gu, '');
      return [...plain].every((letter) => BASIC.has(letter)) ? plain : each;
    })
    .join('');
