import { expect, test } from 'vitest';
import { ouvrirDocument } from './document.ts';
import { lignes, lirePdf, type Morceau } from './lire.fixture.ts';
import type { Tableau } from './tableau.ts';

const enTete = {
  institution: 'Mutuelle de l’Océan',
  titre: 'Quittance',
  numero: 'D-2026-0007',
  date: '21/11/2026',
  langue: 'fr',
} as const;

const colonnes = [
  { titre: 'Quittance', part: 1 },
  { titre: 'Libellé', part: 3 },
  { titre: 'Montant (FCFA)', part: 1, droite: true },
];
const rows = (count: number, texte = 'Prime') =>
  Array.from({ length: count }, (_, n) => [`Q${n + 1}`, texte, `${(n + 1) * 1000}`]);

async function made(donnees: Partial<Tableau>, before = 0) {
  const pdf = ouvrirDocument(enTete);
  for (let n = 0; n < before; n++) pdf.paragraphe('Une ligne avant.');
  pdf.partie('Détail');
  pdf.tableau({ colonnes, lignes: [], vide: 'Rien à montrer.', ...donnees });
  return lirePdf(await pdf.fermer());
}

const TITLES = 'Quittance | Libellé | Montant (FCFA)';

test('every page says whose it is, what it is, its number, its day and how many there are', async () => {
  const pages = await made({ lignes: rows(90) });
  expect(pages.length).toBe(3);
  for (const [index, page] of pages.entries()) {
    const text = lignes(page);
    expect(text).toContain('Mutuelle de l’Océan');
    expect(text).toContain('Quittance');
    expect(text.at(-1)).toBe(`N° D-2026-0007 · Édité le 21/11/2026 | Page ${index + 1} / 3`);
  }
});

test('a table goes on over pages with its titles, and loses no row', async () => {
  const pages = await made({ lignes: rows(90), total: ['Total', '', '4095000'] });
  for (const page of pages) expect(lignes(page).filter((line) => line === TITLES)).toHaveLength(1);
  const all = pages.flatMap(lignes).filter((line) => /^Q\d/.test(line));
  expect(all).toEqual(rows(90).map((cells) => cells.join(' | ')));
});

test('nothing is written over the head or the foot, nor beside the sheet', async () => {
  const pages = await made({ lignes: rows(70, 'Prime pour la période du mois, '.repeat(5)) });
  for (const page of pages) {
    for (const piece of page) {
      expect(piece.x).toBeGreaterThanOrEqual(48);
      expect(piece.x + piece.largeur).toBeLessThanOrEqual(595.28 - 48 + 0.1);
    }
    const body = page.filter(({ taille, y }) => taille === 8.5 && y < 780);
    expect(Math.min(...body.map(({ y }) => y))).toBeGreaterThan(64);
    expect(Math.max(...body.map(({ y }) => y))).toBeLessThan(841.89 - 104);
  }
});

test('amounts end at one edge', async () => {
  const [page = []] = await made({ lignes: rows(12).map(([q = '', t = ''], n) => [q, t, String(10 ** n)]) });
  const edges = page.filter(({ texte }) => /^10*$/.test(texte)).map((piece) => piece.x + piece.largeur);
  expect(edges).toHaveLength(12);
  for (const edge of edges) expect(edge).toBeCloseTo(edges[0] as number, 1);
});

test('the total never stands alone on a page, nor a title without a row', async () => {
  for (let count = 30; count < 45; count++) {
    const pages = await made({ lignes: rows(count), total: ['Total', '', '1'] });
    const last = pages.at(-1) as Morceau[];
    const lines = lignes(last);
    const at = lines.indexOf('Total | 1');
    expect(lines[at - 1], `${count} rows`).toMatch(/^Q\d+/);
    expect(last.find(({ texte }) => texte === 'Total')?.y, `${count} rows`).toBeGreaterThan(64);
  }
  for (let before = 20; before < 32; before++) {
    const pages = await made({ lignes: rows(3) }, before);
    for (const page of pages) {
      const lines = lignes(page);
      const at = lines.indexOf(TITLES);
      if (at >= 0) expect(lines[at + 1], `${before} before`).toMatch(/^Q\d+/);
    }
  }
});

test('a text without end is cut, and takes no page of its own', async () => {
  const pages = await made({ lignes: [['Q1', 'mot '.repeat(2000), '1'], ...rows(3)] });
  expect(pages).toHaveLength(1);
  expect(lignes(pages[0] ?? []).filter((line) => line.includes('mot'))).toHaveLength(6);
});

test('where there is nothing, that is said', async () => {
  const [page = []] = await made({ total: ['Total', '', '0'] });
  expect(lignes(page)).toContain('Rien à montrer.');
});

test('its letters are in the file, also those of the region’s languages and their tones', async () => {
  const pdf = ouvrirDocument(enTete);
  const said = 'é è ê ç œ Œ € ’ « » … – − ŋ ɔ ɛ Ɔ́ɛ̂ɔ̌ Mbɔ́ Ngaŋa Ọbasẹ Łukasz : 12\u202f345 FCFA';
  pdf.paragraphe(said);
  pdf.champs([['Nom', 'Mɔ́nzɔ́']]);
  const file = await pdf.fermer();
  const [page = []] = lirePdf(file);
  expect(lignes(page)).toContain(said.replace('\u202f', ' ').normalize('NFC'));
  expect(lignes(page)).toContain('Nom | Mɔ́nzɔ́');
  expect(new Set(page.map(({ police }) => police))).toEqual(
    new Set(['Figtree-Regular', 'Figtree-Bold', 'DejaVuSans-Bold']),
  );
  const fonts = file.toString('latin1');
  expect(fonts).not.toContain('Helvetica');
  expect(fonts.match(/\/Type \/FontDescriptor/g)?.length).toBe(fonts.match(/\/FontFile2 /g)?.length);
  expect(file.length).toBeLessThan(80_000);
});

test('the file names its title, its language and its author', async () => {
  const pdf = ouvrirDocument(enTete);
  const file = (await pdf.fermer()).toString('latin1');
  expect(file).toMatch(/^%PDF-1\.7/);
  expect(file.trimEnd()).toMatch(/%%EOF$/);
  expect(file).toContain('/Lang (fr)');
  expect(file).toContain('/DisplayDocTitle true');
  expect(file).toMatch(/obj\n\(Quittance\)\nendobj/);
  expect(lirePdf(Buffer.from(file, 'latin1'))).toHaveLength(1);
});

test('long tables, and many short ones, leave the processor to others', async () => {
  for (const [tables, count] of [
    [1, 300],
    [100, 3],
  ] as const) {
    const pdf = ouvrirDocument(enTete);
    let others = 0;
    const clock = setInterval(() => others++, 1);
    for (let n = 0; n < tables; n++) await pdf.longTableau({ colonnes, lignes: rows(count), vide: '' });
    clearInterval(clock);
    expect(others).toBeGreaterThan(2);
    expect(lirePdf(await pdf.fermer()).flatMap(lignes)).toContain(rows(count).at(-1)?.join(' | '));
  }
});
