const LIGATURES: Record<string, string> = { œ: 'oe', Œ: 'OE', æ: 'ae', Æ: 'AE', ß: 'ss', ø: 'o', Ø: 'O' };

/**
 * A text as operators take it: ASCII letters, digits, space, full stop and hyphen, without accents or apostrophes.
 * @param most characters
 * @param otherwise what stands there when nothing is left
 */
export function plain(text: string, most: number, otherwise: string): string {
  const ascii = text
    .replace(/[œŒæÆßøØ]/g, (letter) => LIGATURES[letter] ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9.-]+/g, ' ')
    .replace(/^[ .-]+/, '');
  return ascii.slice(0, most).trim() || otherwise;
}

/** Our payment's number as operators take it: without spaces. */
export const externalId = (externe: string): string => externe.replace(/[^A-Za-z0-9._-]/g, '');
