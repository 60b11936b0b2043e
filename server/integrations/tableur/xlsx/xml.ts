export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** UTF-16 units that Excel takes in one cell; a file with more is refused as damaged. */
const CELL_MAX = 32_767;

const forbidden = /(?![\t\n])\p{Cc}|[\uFFFE\uFFFF]/gu;
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for an element or attribute: without control characters, which XML forbids, and so that Excel sees no `_x0041_` escape in it. */
export function xmlText(text: string): string {
  const clean = text.replace(/\r\n?/g, '\n').replace(forbidden, '');
  return shortened(clean)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (character) => entities[character] as string);
}

const shortened = (text: string) =>
  text.length <= CELL_MAX ? text : `${text.slice(0, CELL_MAX - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
