import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import type { ExportRow } from '../../core/records/export.ts';
import { clients } from '../../features/clients/resource.ts';
import { agents } from '../../features/organisation/agents/resource.ts';
import { utilisateurs } from '../../features/organisation/utilisateurs/resource.ts';
import { columnsOf } from './columns.ts';
import { writeCsv } from './csv.ts';

/** Takes everything in, as text. */
function collector() {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}

async function* inBatches(...batches: ExportRow[][]): AsyncGenerator<ExportRow[]> {
  yield* batches;
}

/** RFC 4180 with `;`, written apart from the writer: character by character. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const end = () => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let i = 0; i < text.length; i++) {
    const character = text[i] as string;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[i + 1] === '"') cell += text[++i];
      else quoted = false;
    } else if (character === '"') {
      quoted = true;
    } else if (character === ';') {
      end();
    } else if (character === '\r' && text[i + 1] === '\n') {
      end();
      rows.push([]);
      i++;
    } else {
      cell += character;
    }
  }
  return rows.slice(0, -1);
}

/** What a text was before it was made harmless for a spreadsheet. */
const original = (text: string) => (/^'+[=+\-@\t\r\n＝＋－＠]/.test(text) ? text.slice(1) : text);

async function csvOf(columns: ReturnType<typeof columnsOf>, rows: ExportRow[], langue: 'fr' | 'en' = 'fr') {
  const { stream, text } = collector();
  await writeCsv(stream, columns, inBatches(rows), langue);
  return text();
}

const hostile = [
  'Kouamé "le Grand"',
  'une\nligne',
  'une\r\nautre; avec ; des points-virgules',
  '=1+1',
  '=HYPERLINK("http://mal.example";"Cliquez")',
  '+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\rsuite',
  '\nsuite',
  '＝1+1',
  "'=déjà apostrophé",
  "''=deux fois",
  "'normal",
  ' espaces autour ',
  'Makélékélé, Ouenzé, Œuvre, ñ',
  '🏍️ moto 👩🏾‍⚖️',
  '"',
  ';',
  '',
];

test('hostile texts come back as they were, and none can run as a formula', async () => {
  const text = await csvOf(
    columnsOf(clients, ['nom'], 'fr'),
    hostile.map((nom) => ({ nom })),
  );
  expect(text.startsWith('\uFEFFNom\r\n')).toBe(true);
  const [, ...rows] = parseCsv(text.slice(1));
  expect(rows.map(([nom]) => original(nom as string))).toEqual(hostile);
  for (const [nom] of rows) expect(nom).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
});

test('headers, choices and yes or no are said in the reader’s language', async () => {
  const row = { actif: false, langue: 'en', succursale: { id: 2, libelle: 'INTIA-Douala' } };
  const names = ['actif', 'langue', 'succursale'];
  expect(await csvOf(columnsOf(utilisateurs, names, 'fr'), [row])).toBe(
    '\uFEFFActif;Langue;Succursale\r\nNon;Anglais;INTIA-Douala\r\n',
  );
  expect(await csvOf(columnsOf(utilisateurs, names, 'en'), [row], 'en')).toBe(
    '\uFEFFActive;Language;Branch\r\nNo;English;INTIA-Douala\r\n',
  );
});

test('days and moments are ISO, on the institution’s clock', async () => {
  const row = { date_naissance: '1984-05-17', cree_le: new Date('2026-11-20T23:30:00.250Z') };
  const [, cells] = parseCsv((await csvOf(columnsOf(clients, ['date_naissance', 'cree_le'], 'fr'), [row])).slice(1));
  expect(cells).toEqual(['1984-05-17', '2026-11-21T00:30:00+01:00']);
});

test('francs stay digits, decimals take the reader’s mark, a negative number stays a number', async () => {
  const columns = columnsOf(agents, ['solde', 'taux_commission'], 'fr');
  const rows = [
    { solde: 1_250_000, taux_commission: 7.5 },
    { solde: -300, taux_commission: 0 },
  ];
  expect(parseCsv(await csvOf(columns, rows)).slice(1)).toEqual([
    ['1250000', '7,5'],
    ['-300', '0'],
  ]);
  expect(parseCsv(await csvOf(columns, rows, 'en'))[1]).toEqual(['1250000', '7.5']);
});

test('a telephone is spaced, so that a spreadsheet shows it whole and the API takes it back', async () => {
  const rows = ['+242061234567', '+237671234567', '+33123456789', null].map((telephone) => ({ telephone, nom: 'x' }));
  const [, ...cells] = parseCsv((await csvOf(columnsOf(clients, ['telephone', 'nom'], 'fr'), rows)).slice(1));
  expect(cells.map(([telephone]) => telephone)).toEqual([
    '+242 06 123 4567',
    '+237 6 71 23 45 67',
    "'+33123456789",
    '',
  ]);
  const { normalisePhone } = await import('../../core/kinds.ts');
  expect(normalisePhone('+242 06 123 4567')).toBe('+242061234567');
  expect(normalisePhone('+237 6 71 23 45 67')).toBe('+237671234567');
});

test('without rows there is still a header', async () => {
  expect(await csvOf(columnsOf(clients, ['nom', 'ville'], 'fr'), [])).toBe('\uFEFFNom;Ville\r\n');
});
