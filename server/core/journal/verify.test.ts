import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/database.ts';
import { systemCaller } from '../jobs/system.ts';
import { journalizeAlone } from './journal.ts';
import { sealJournal } from './seal.ts';
import { ORIGIN, type SealedLine, seal, sealedColumns } from './seal-form.ts';
import { signHead } from './seal-head.ts';
import { verifyJournal } from './verify.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'guichet-journal-'));
const file = path.join(folder, 'tetes.jsonl');
const cle = generateKeyPairSync('ed25519').privateKey;
let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

/** Ten sealed lines, 1 to 10, and one signed head over them. */
beforeEach(async () => {
  await tamper(
    'truncate journal restart identity',
    'truncate journal_a_sceller',
    'truncate journal_sceaux',
    'truncate journal_tetes',
  );
  rmSync(file, { force: true });
  await write(10);
  await sealJournal(db.database);
  await signHead(db.database, cle, file);
});

async function write(lines: number): Promise<void> {
  for (let i = 0; i < lines; i++) {
    await journalizeAlone(db.database, systemCaller, { action: `essai-${i}`, ressource: 'clients', objet: `n° ${i}` });
  }
}

/** What only somebody with every right over PostgreSQL can do: the triggers are asleep. */
async function tamper(...statements: string[]): Promise<void> {
  const client = await db.database.connect();
  await client.query('set session_replication_role = replica');
  for (const statement of statements) await client.query(statement);
  client.release(true);
}

const check = () => verifyJournal(db.database, { keys: [cle], file });
const faults = async () => (await check()).fautes;

test('an untouched journal is found whole', async () => {
  expect(await check()).toMatchObject({ lignes: 10, attente: 0, tetes: 2, nombre_fautes: 0, tete: { rang: 10 } });
});

test('an edited line is named', async () => {
  await tamper(`update journal set motif = 'autre chose' where id = 4`);
  expect(await faults()).toEqual([{ sorte: 'ligne_modifiee', rang: 4, journal_id: 4 }]);
});

test('a change of one microsecond, or of a null into nothing, is found', async () => {
  await tamper(
    `update journal set horodatage = horodatage + interval '1 microsecond' where id = 2`,
    `update journal set motif = '' where id = 3`,
  );
  expect((await faults()).map((fault) => 'journal_id' in fault && fault.journal_id)).toEqual([2, 3]);
});

test('a deleted line is named, and so is the gap when its seal went with it', async () => {
  await tamper('delete from journal where id = 4');
  expect(await faults()).toEqual([{ sorte: 'ligne_absente', rang: 4, journal_id: 4 }]);
  await tamper('delete from journal_sceaux where journal_id = 4');
  expect(await faults()).toEqual([{ sorte: 'rang_inattendu', attendu: 4, rang: 5, journal_id: 5 }]);
});

test('two lines that changed places are both named', async () => {
  await tamper(
    'update journal_sceaux set journal_id = -1 where rang = 3',
    'update journal_sceaux set journal_id = 3 where rang = 4',
    'update journal_sceaux set journal_id = 4 where rang = 3',
  );
  expect(await faults()).toEqual([
    { sorte: 'ligne_modifiee', rang: 3, journal_id: 4 },
    { sorte: 'ligne_modifiee', rang: 4, journal_id: 3 },
  ]);
});

test('a tail that was cut off with all its traces in the database is known from the file alone', async () => {
  const cut = [
    'delete from journal where id > 8',
    'delete from journal_sceaux where rang > 8',
    'delete from journal_tetes',
  ];
  await tamper(...cut);
  expect(await verifyJournal(db.database, { keys: [cle] })).toMatchObject({ nombre_fautes: 0 });
  expect(await faults()).toMatchObject([{ sorte: 'fin_coupee', rang: 10, lieu: `${file}:1` }]);
  await expect(signHead(db.database, cle, file)).rejects.toThrow('coupé ou réécrit');
});

test('a chain that was computed anew over changed lines is known from its heads', async () => {
  await tamper(`update journal set objet = 'autre' where id = 4`);
  let before = ORIGIN;
  for (const line of await db.rows<SealedLine>(`select ${sealedColumns('j')} from journal j order by j.id`)) {
    before = seal(before, line);
    await tamper(`update journal_sceaux set empreinte = '\\x${before.toString('hex')}' where journal_id = ${line.id}`);
  }
  expect(await faults()).toMatchObject([
    { sorte: 'chaine_reecrite', rang: 10, lieu: 'journal_tetes' },
    { sorte: 'chaine_reecrite', rang: 10, lieu: `${file}:1` },
  ]);
});

test('a head that another key signed is not believed, a retired key is', async () => {
  const other = generateKeyPairSync('ed25519').privateKey;
  await write(1);
  await sealJournal(db.database);
  await signHead(db.database, other, file);
  expect(await faults()).toMatchObject([{ sorte: 'tete_fausse', rang: 11, lieu: `${file}:2` }]);
  expect(await verifyJournal(db.database, { keys: [other, cle], file })).toMatchObject({ nombre_fautes: 0, tetes: 3 });
});

test('a head whose rank was altered is not believed', async () => {
  await tamper('update journal_tetes set rang = 9, empreinte = (select empreinte from journal_sceaux where rang = 9)');
  expect(await faults()).toMatchObject([{ sorte: 'tete_fausse', rang: 9, lieu: 'journal_tetes' }]);
});

test('a line put in beside the application, and a queue that was tampered with, are named', async () => {
  const values = `values (99, 'X', 'agent', 'api', 'creer', 'reussi', 'clients')`;
  await tamper(
    `insert into journal (id, auteur, role, surface, action, resultat, ressource) ${values}`,
    'insert into journal_a_sceller values (5), (1000)',
  );
  expect(await faults()).toEqual([
    { sorte: 'ligne_sans_sceau', journal_id: 99 },
    { sorte: 'file_fausse', journal_id: 5 },
    { sorte: 'file_fausse', journal_id: 1000 },
  ]);
  expect(await sealJournal(db.database)).toBe(0);
});

test('of many faults the first are named and all are counted', async () => {
  await tamper(`insert into journal (auteur, role, surface, action, resultat, ressource)
    select 'X', 'agent', 'api', 'creer', 'reussi', 'clients' from generate_series(1, 30)`);
  const { fautes, nombre_fautes } = await check();
  expect(fautes).toHaveLength(20);
  expect(nombre_fautes).toBe(30);
});

test('lines that wait for their seal are counted, not blamed', async () => {
  await write(3);
  expect(await check()).toMatchObject({ lignes: 10, attente: 3, nombre_fautes: 0 });
});

test('a file of heads that is gone or spoilt is named', async () => {
  writeFileSync(file, `${readFileSync(file, 'utf8')}{"jour":"2026-01-01"}\n`);
  expect(await faults()).toEqual([{ sorte: 'tete_illisible', lieu: `${file}:2` }]);
  rmSync(file);
  expect(await faults()).toEqual([{ sorte: 'fichier_absent', lieu: file }]);
});

test('a day has one head in the table; the file gets one whenever the chain has grown', async () => {
  await signHead(db.database, cle, file);
  await write(1);
  await sealJournal(db.database);
  await signHead(db.database, cle, file);
  expect(await db.rows('select rang from journal_tetes')).toEqual([{ rang: 10 }]);
  expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(2);
  expect(await check()).toMatchObject({ tetes: 3, nombre_fautes: 0 });
});
