import { inflateSync } from 'node:zlib';

/** A piece of text where it stands: points from the left and the bottom of its page. */
export interface Morceau {
  x: number;
  y: number;
  taille: number;
  gras: boolean;
  texte: string;
}

/** From 0x80 to 0x9F WinAnsi is not Latin-1. */
const BESIDE = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const winAnsi = (hex: string) =>
  [...Buffer.from(hex, 'hex')].map((byte) => BESIDE[byte - 0x80] ?? String.fromCharCode(byte)).join('');

/** The pieces of text of a PDF’s pages, read from its objects alone: no knowledge of what wrote it but its operators. */
export function lirePdf(pdf: Buffer): Morceau[][] {
  const file = pdf.toString('latin1');
  const objects = new Map<string, string>();
  for (const [, id = '', body = ''] of file.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) objects.set(id, body);
  const all = [...objects.values()];
  const kids = all.find((body) => /\/Type \/Pages\b/.test(body)) ?? '';
  const pages = [...(/\/Kids \[(.*?)\]/s.exec(kids)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map(([, id = '']) => id);
  return pages.map((id) => {
    const page = objects.get(id) ?? '';
    const resources = objects.get(/\/Resources (\d+) 0 R/.exec(page)?.[1] ?? '') ?? page;
    const bold = new Set(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)]
        .filter(([, , font = '']) => objects.get(font)?.includes('Bold'))
        .map(([, name]) => name),
    );
    return pieces(contents(objects.get(/\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '') ?? ''), bold);
  });
}

function contents(body: string): string {
  const [, head = '', raw = ''] = /^([\s\S]*?)\nstream\n([\s\S]*)\nendstream$/.exec(body) ?? [];
  return head.includes('/FlateDecode') ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1') : raw;
}

function pieces(stream: string, bold: Set<string | undefined>): Morceau[] {
  const found: Morceau[] = [];
  let at = { x: 0, y: 0, taille: 0, gras: false };
  for (const line of stream.split('\n')) {
    const [, x, y] = /^1 0 0 1 (\S+) (\S+) Tm$/.exec(line) ?? [];
    if (x && y) at = { ...at, x: Number(x), y: Number(y) };
    const [, font, size] = /^\/(F\d+) (\S+) Tf$/.exec(line) ?? [];
    if (font) at = { ...at, taille: Number(size), gras: bold.has(font) };
    if (!line.endsWith(' TJ')) continue;
    const hex = [...line.matchAll(/<([0-9a-f]*)>/gi)].map(([, digits]) => digits).join('');
    found.push({ ...at, texte: winAnsi(hex) });
  }
  return found;
}

/** The lines of a page from top to bottom, their pieces with ` | ` between, no-break spaces as spaces. */
export function lignes(page: Morceau[]): string[] {
  const heights = [...new Set(page.map(({ y }) => y))].sort((a, b) => b - a);
  return heights.map((height) =>
    page
      .filter(({ y }) => y === height)
      .sort((a, b) => a.x - b.x)
      .map(({ texte }) => texte.replaceAll('\u00a0', ' ').trim())
      .join(' | '),
  );
}
