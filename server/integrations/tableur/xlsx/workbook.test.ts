import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import type { ExportRow } from '../../../core/records/export.ts';
import { clients } from '../../../features/clients/resource.ts';
import { agents } from '../../../features/organisation/agents/resource.ts';
import { utilisateurs } from '../../../features/organisation/utilisateurs/resource.ts';
import { type Column, columnsOf } from '../columns.ts';
import type { Composition } from '../composition.ts';
import { cellsOf, formatsOf, unzip } from './open-xlsx.ts';
import { writeXlsx } from './workbook.ts';

async function* inBatches(...batches: ExportRow[][]): AsyncGenerator<ExportRow[]> {
  yield* batches;
}

async function workbookOf(columns: Column[], rows: AsyncIterable<ExportRow[]>, title = 'Clients', rowsMax?: number) {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  await writeXlsx(stream, { columns, rows, title, rowsMax });
  return unzip(Buffer.concat(chunks));
}

/** A workbook of agents by statut, with the sums of their solde. */
async function summed(rows: ExportRow[][], rowsMax?: number) {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  const composition: Composition = {
    groupe: ({ statut }) => ({ cle: String(statut), libelle: String(statut) }),
    mesures: ['solde'],
    parametres: [
      ['Demandé par', 'Paul EKAMBI'],
      ['Filtres', '=1+1'],
    ],
  };
  const columns = columnsOf(agents, ['nom', 'solde'], 'fr');
  await writeXlsx(stream, { columns, rows: inBatches(...rows), title: 'Agents', composition, rowsMax });
  return unzip(Buffer.concat(chunks));
}

const sheetOf = (files: Map<string, string>, position = 1) => files.get(`xl/worksheets/sheet${position}.xml`) ?? '';

test('each value has its own type: numbers, francs, days, moments, yes or no, texts', async () => {
  const columns = [
    ...columnsOf(agents, ['id', 'solde', 'taux_commission', 'statut', 'telephone'], 'fr'),
    ...columnsOf(clients, ['date_naissance', 'cree_le', 'notes'], 'fr'),
    ...columnsOf(utilisateurs, ['actif', 'droits', 'succursale'], 'fr'),
  ];
  const row = {
    id: 7,
    solde: 1_250_000,
    taux_commission: 7.5,
    statut: 'suspendu',
    telephone: '+242061234567',
    date_naissance: '1984-05-17',
    cree_le: new Date('2026-11-20T23:30:00Z'),
    notes: null,
    actif: true,
    droits: { clients: { supprimer: false } },
    succursale: { id: 2, libelle: 'INTIA-Douala' },
  };
  const files = await workbookOf(columns, inBatches([row]));
  const formats = formatsOf(files.get('xl/styles.xml') ?? '');
  const [, cells = []] = cellsOf(sheetOf(files));
  expect(cells.map(({ at, type, style, value }) => [at, type, formats[style], value])).toEqual([
    ['A2', 'n', 1, '7'],
    ['B2', 'n', 3, '1250000'],
    ['C2', 'n', 0, '7.5'],
    ['D2', 'inlineStr', 49, 'Suspendu'],
    ['E2', 'inlineStr', 49, '+242061234567'],
    ['F2', 'n', 14, '30819'],
    ['G2', 'n', 22, '46347.020833'],
    ['I2', 'b', 0, '1'],
    ['J2', 'inlineStr', 49, '{"clients":{"supprimer":false}}'],
    ['K2', 'inlineStr', 49, 'INTIA-Douala'],
  ]);
});

test('the header is bold, frozen, and filters every row', async () => {
  const files = await workbookOf(
    columnsOf(clients, ['nom', 'ville'], 'fr'),
    inBatches([{ nom: 'A' }, { nom: 'B' }], [{ nom: 'C' }]),
  );
  const sheet = sheetOf(files);
  expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
  expect(sheet).toContain('<autoFilter ref="A1:B4"/>');
  expect(files.get('xl/workbook.xml')).toContain("'Clients'!$A$1:$B$4");
  const [header] = cellsOf(sheet);
  expect(header).toMatchObject([
    { at: 'A1', value: 'Nom', style: 1 },
    { at: 'B1', value: 'Ville', style: 1 },
  ]);
  const styles = files.get('xl/styles.xml') ?? '';
  const [, bold] = /<cellXfs[^>]*>(?:<xf [^>]*>){1}(<xf [^>]*>)/.exec(styles) ?? [];
  expect(bold).toContain('fontId="1"');
  expect(/<fonts[^>]*>(?:<font>.*?<\/font>){1}(<font>.*?<\/font>)/s.exec(styles)?.[1]).toContain('<b/>');
});

test('a text stays a text, and what XML forbids is left out', async () => {
  const control = String.fromCharCode(1, 2, 11, 12, 31);
  const texts = [
    '=1+1',
    '+242061234567',
    '<b>&"\'',
    'une\nligne',
    '_x0041_',
    ' espaces ',
    'Ouenzé 🏍️',
    `a${control}b\uFFFE`,
    'fin\r\nde ligne',
  ];
  const files = await workbookOf(columnsOf(clients, ['nom'], 'fr'), inBatches(texts.map((nom) => ({ nom }))));
  const [, ...rows] = cellsOf(sheetOf(files));
  expect(rows.map(([cell]) => cell?.value)).toEqual([...texts.slice(0, 7), 'ab', 'fin\nde ligne']);
  expect(rows.every(([cell]) => cell?.type === 'inlineStr')).toBe(true);
  expect(sheetOf(files)).not.toMatch(/<f>|\r/);
});

test('a text longer than a cell may be ends with an ellipsis, never within a character', async () => {
  const files = await workbookOf(
    columnsOf(clients, ['notes'], 'fr'),
    inBatches([{ notes: `${'x'.repeat(32_765)}🏍${'y'.repeat(10)}` }]),
  );
  const value = cellsOf(sheetOf(files))[1]?.[0]?.value ?? '';
  expect(value).toHaveLength(32_766);
  expect(value.endsWith('x…')).toBe(true);
});

test('a day before March 1900, which Excel counts wrongly, is written as a text', async () => {
  const files = await workbookOf(
    columnsOf(clients, ['date_naissance'], 'fr'),
    inBatches([{ date_naissance: '1899-12-25' }, { date_naissance: '1900-03-01' }]),
  );
  expect(cellsOf(sheetOf(files)).slice(1)).toMatchObject([
    [{ type: 'inlineStr', value: '1899-12-25' }],
    [{ type: 'n', value: '61' }],
  ]);
});

test('a full sheet is followed by another one', async () => {
  const rows = Array.from({ length: 7 }, (_, i) => ({ nom: `N${i}` }));
  const files = await workbookOf(
    columnsOf(clients, ['nom'], 'fr'),
    inBatches(rows.slice(0, 5), rows.slice(5)),
    'Clients',
    3,
  );
  const read = [1, 2, 3].map((position) =>
    cellsOf(sheetOf(files, position))
      .slice(1)
      .map(([cell]) => cell?.value),
  );
  expect(read).toEqual([['N0', 'N1', 'N2'], ['N3', 'N4', 'N5'], ['N6']]);
  expect(files.has('xl/worksheets/sheet4.xml')).toBe(false);
  expect([...(files.get('xl/workbook.xml') ?? '').matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
    'Clients',
    'Clients (2)',
    'Clients (3)',
  ]);
});

test('exactly full is one sheet, and no rows are one sheet with its header', async () => {
  const columns = columnsOf(clients, ['nom'], 'fr');
  const full = await workbookOf(columns, inBatches([{ nom: 'a' }, { nom: 'b' }, { nom: 'c' }]), 'Clients', 3);
  expect([...full.keys()].filter((name) => name.includes('sheet'))).toEqual(['xl/worksheets/sheet1.xml']);
  const none = await workbookOf(columns, inBatches());
  expect(cellsOf(sheetOf(none))).toHaveLength(1);
});

test('the name of a sheet is one that Excel takes', async () => {
  const files = await workbookOf(
    columnsOf(clients, ['nom'], 'fr'),
    inBatches(),
    "'Polices [2026]: échéances/retards & rappels'",
  );
  const [, name = ''] = /<sheet name="([^"]*)"/.exec(files.get('xl/workbook.xml') ?? '') ?? [];
  expect(name).toBe('Polices  2026   échéances retar');
});

test('every part that the package names is there', async () => {
  const files = await workbookOf(columnsOf(clients, ['nom'], 'fr'), inBatches([{ nom: 'a' }]));
  const relations = files.get('xl/_rels/workbook.xml.rels') ?? '';
  for (const [, target] of relations.matchAll(/Target="([^"]*)"/g)) expect(files.has(`xl/${target}`)).toBe(true);
  expect(files.get('[Content_Types].xml')).toContain('/xl/workbook.xml');
  expect(files.get('_rels/.rels')).toContain('Target="xl/workbook.xml"');
  for (const [name, text] of files)
    if (name.endsWith('.xml') || name.endsWith('.rels'))
      expect(text).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"/);
});

const agent = (nom: string, statut: string, solde: number) => ({ nom, statut, solde });
const formulas = (sheet: string) => [...sheet.matchAll(/<f>(.*?)<\/f><v>(.*?)<\/v>/g)].map(([, f, v]) => [f, v]);

test('groups end with a subtotal, the sheet with a total: formulas with their values, beyond the filter', async () => {
  const files = await summed([
    [agent('A', 'actif', 10), agent('B', 'actif', 20)],
    [agent('C', 'actif', 30), agent('D', 'suspendu', -5)],
  ]);
  const sheet = sheetOf(files);
  expect(cellsOf(sheet).map(([first]) => first?.value)).toEqual([
    'Nom',
    ...['A', 'B', 'C', 'Sous-total actif (3 lignes)', 'D', 'Sous-total suspendu (1 ligne)', 'Total (4 lignes)'],
  ]);
  expect(formulas(sheet)).toEqual([
    ['SUBTOTAL(9,B2:B4)', '60'],
    ['SUBTOTAL(9,B6:B6)', '-5'],
    ['SUBTOTAL(9,B2:B6)', '55'],
  ]);
  expect(sheet).toContain('<autoFilter ref="A1:B7"/>');
  const said = cellsOf(sheetOf(files, 2)).map((cells) => cells.map(({ type, value }) => [type, value]));
  expect(said[1]).toEqual([
    ['inlineStr', 'Filtres'],
    ['inlineStr', '=1+1'],
  ]);
  expect(files.get('xl/workbook.xml')).toContain('<sheet name="Paramètres" sheetId="2"');
});

test('sums reach over the sheets that are full', async () => {
  const files = await summed([[1, 2, 3, 4].map((solde) => agent('A', 'actif', solde))], 3);
  expect(formulas(sheetOf(files, 2))).toEqual([
    [`SUBTOTAL(9,'Agents'!B2:B4)+SUBTOTAL(9,B2:B2)`, '10'],
    [`SUBTOTAL(9,'Agents'!B2:B4)+SUBTOTAL(9,B2:B2)`, '10'],
  ]);
});
