import { inflateSync } from 'node:zlib';

/** A piece of text where it stands: points from the left and the bottom of its page. */
export interface Morceau {
  x: number;
  y: number;
  largeur: number;
  taille: number;
  gras: boolean;
  /** The name of the font, without the mark of its subset. */
  police: string;
  texte: string;
}

interface Police {
  nom: string;
  /** Of each code, by its place: in thousandths of the size. */
  largeurs: number[];
  textes: string[];
}

/** The pieces of text of a PDF’s pages, read from its objects alone: no knowledge of what wrote it but its operators. */
export function lirePdf(pdf: Buffer): Morceau[][] {
  const file = pdf.toString('latin1');
  const objects = new Map<string, string>();
  for (const [, id = '', body = ''] of file.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) objects.set(id, body);
  const pointed = (body: string, key: string) =>
    objects.get(new RegExp(`/${key} \\[?(\\d+) 0 R`).exec(body)?.[1] ?? '') ?? '';
  const kids = [...objects.values()].find((body) => /\/Type \/Pages\b/.test(body)) ?? '';
  const pages = [...(/\/Kids \[(.*?)\]/s.exec(kids)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map(([, id = '']) => id);
  const fontOf = (body: string): Police => {
    const widths = /\/W \[0 \[([^\]]*)/.exec(pointed(body, 'DescendantFonts'))?.[1] ?? '';
    return {
      nom: /\/BaseFont \/(?:\w+\+)?(\S+)/.exec(body)?.[1] ?? '',
      largeurs: widths.split(/\s+/).map(Number),
      textes: unicode(contents(pointed(body, 'ToUnicode'))),
    };
  };
  return pages.map((id) => {
    const page = objects.get(id) ?? '';
    const resources = pointed(page, 'Resources') || page;
    const fonts = [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(
      ([, name = '', font = '']) => [name, fontOf(objects.get(font) ?? '')] as const,
    );
    return joined(pieces(contents(pointed(page, 'Contents')), new Map(fonts)));
  });
}

/** What each code says: the ranges of a ToUnicode table, which begin at code 0. */
const unicode = (cmap: string): string[] =>
  [...cmap.matchAll(/\[(<.*?>)\]/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/<([^>]*)>/g)].map(([, hex = '']) => decoded(hex.replaceAll(' ', ''))),
  );

const decoded = (hex: string): string =>
  String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((digits) => Number.parseInt(digits, 16)));

function contents(body: string): string {
  const [, head = '', raw = ''] = /^([\s\S]*?)\nstream\n([\s\S]*)\nendstream$/.exec(body) ?? [];
  return head.includes('/FlateDecode') ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1') : raw;
}

function pieces(stream: string, fonts: Map<string, Police>): Morceau[] {
  const found: Morceau[] = [];
  let at = { x: 0, y: 0, taille: 0 };
  let font: Police = { nom: '', largeurs: [], textes: [] };
  for (const line of stream.split('\n')) {
    const [, x, y] = /^1 0 0 1 (\S+) (\S+) Tm$/.exec(line) ?? [];
    if (x && y) at = { ...at, x: Number(x), y: Number(y) };
    const [, name = '', size] = /^\/(F\d+) (\S+) Tf$/.exec(line) ?? [];
    if (name) at = { ...at, taille: Number(size) };
    font = fonts.get(name) ?? font;
    if (!line.endsWith(' TJ')) continue;
    const codes = [...line.matchAll(/<([0-9a-f]*)>/gi)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
    const numbers = codes.map((code) => Number.parseInt(code, 16));
    const wide = numbers.reduce((sum, code) => sum + (font.largeurs[code] ?? 0), 0);
    const moved = [...line.matchAll(/> (-?[\d.]+)/g)].reduce((sum, [, back]) => sum + Number(back), 0);
    const largeur = ((wide - moved) * at.taille) / 1000;
    const texte = numbers.map((code) => font.textes[code] ?? '').join('');
    found.push({ ...at, largeur, gras: font.nom.includes('Bold'), police: font.nom, texte });
  }
  return found;
}

/** What goes on where it ended, in another font or with an accent above, is one piece. */
function joined(all: Morceau[]): Morceau[] {
  const found: Morceau[] = [];
  for (const piece of all) {
    const last = found.at(-1);
    const gap = last ? piece.x - last.x - last.largeur : Infinity;
    if (!last || gap > 0.3 || gap < -piece.taille || Math.abs(piece.y - last.y) > piece.taille / 2) found.push(piece);
    else {
      last.texte += piece.texte;
      last.largeur = Math.max(last.largeur, piece.x + piece.largeur - last.x);
    }
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
      .map(({ texte }) => texte.replaceAll('\u00a0', ' ').normalize('NFC').trim())
      .join(' | '),
  );
}
