import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/database.ts';
import { systemCaller } from '../jobs/system.ts';
import { transact } from '../records/transaction.ts';
import { journalize, journalizeAlone } from './journal.ts';
import { sealJournal } from './seal.ts';
import { canonicalForm, sealed } from './seal-form.ts';
import { verifyJournal } from './verify.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const write = (action: string, fails = false) =>
  transact(db.database, systemCaller, async (tx) => {
    await journalize(tx, { action, ressource: 'clients', apres: { nom: 'KONGO', montant: 1000, né: null } });
    await tx.query('select pg_sleep(random() * 0.01)');
    if (fails) throw new Error('given up');
  });

test('the form of a line is the one that is written down for those who check from outside', async () => {
  const id = 7_000_001;
  await db.rows(
    `insert into journal (id, horodatage, auteur, role, surface, action, resultat, ressource, objet_id, objet, apres)
     values ($1, '2026-01-31T08:30:00.000123Z', 'Éric', 'agent', 'api', 'creer', 'reussi', 'clients', 12, 'a=1:b' || chr(10), $2)`,
    [id, '{"nom":"KONGO","montant":1.50}'],
  );
  const form = [
    'id=7:7000001',
    'horodatage=16:1769848200000123',
    'auteur=5:Éric',
    'role=5:agent',
    'surface=3:api',
    'action=5:creer',
    'resultat=6:reussi',
    'ressource=7:clients',
    'objet_id=2:12',
    'objet=6:a=1:b\n',
    'apres=33:{"nom": "KONGO", "montant": 1.50}',
    'revision=1:1',
    '',
  ].join('\n');
  await sealJournal(db.database);
  const [{ empreinte } = { empreinte: undefined }] = await db.rows<{ empreinte: Buffer }>(
    'select empreinte from journal_sceaux where rang = 1 and journal_id = $1',
    [id],
  );
  const expected = createHash('sha256').update(Buffer.alloc(32)).update(form, 'utf8').digest();
  expect(empreinte?.toString('hex')).toBe(expected.toString('hex'));
});

test('no two lines have the same form', () => {
  const empty = Object.fromEntries(sealed.map((name) => [name, null]));
  const forms = [
    { ...empty, objet: 'a', motif: null },
    { ...empty, objet: null, motif: 'a' },
    { ...empty, objet: '', motif: 'a' },
    { ...empty, objet: 'a\nmotif=1:b' },
    { ...empty, objet: 'a', motif: 'b' },
  ].map((line) => canonicalForm(line).toString());
  expect(new Set(forms).size).toBe(forms.length);
});

test('the session’s zone and date style do not change what is sealed', async () => {
  await journalizeAlone(db.database, systemCaller, { action: 'essai', ressource: 'clients' });
  const client = await db.database.connect();
  await client.query(`set timezone = 'Asia/Tokyo'; set datestyle = 'SQL, DMY'`);
  client.release();
  await sealJournal(db.database);
  expect(await verifyJournal(db.database, { keys: [] })).toMatchObject({ nombre_fautes: 0, attente: 0 });
});

test('writers and sealers side by side leave one chain in which every committed line stands once', async () => {
  const jobs = Array.from({ length: 20 }, (_, i) => write(`essai-${i}`, i % 4 === 0).catch(() => 'given up'));
  const sealers = (async () => {
    for (let i = 0; i < 15; i++) await Promise.all([sealJournal(db.database), sealJournal(db.database)]);
  })();
  const outcomes = await Promise.all(jobs);
  await sealers;
  await sealJournal(db.database);
  expect(outcomes.filter((outcome) => outcome === 'given up')).toHaveLength(5);
  const [{ lignes, sceaux, rangs, attente } = {}] = await db.rows<Record<string, number>>(`select
    (select count(*)::int from journal) as lignes, (select count(distinct journal_id)::int from journal_sceaux) as sceaux,
    (select max(rang)::int from journal_sceaux) as rangs, (select count(*)::int from journal_a_sceller) as attente`);
  expect(lignes).toBeGreaterThanOrEqual(15);
  expect({ sceaux, rangs, attente }).toEqual({ sceaux: lignes, rangs: lignes, attente: 0 });
  expect(await verifyJournal(db.database, { keys: [] })).toMatchObject({ lignes, nombre_fautes: 0 });
});

test('while one sealer is at work another waits', async () => {
  const first = await db.database.connect();
  await first.query(`begin; select pg_advisory_xact_lock(hashtextextended('journal.sceaux', 0))`);
  await write('attend');
  let done = false;
  const second = sealJournal(db.database).then(() => (done = true));
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(done).toBe(false);
  await first.query('commit');
  first.release();
  await second;
  expect(await db.rows('select from journal_a_sceller')).toEqual([]);
});

test('a line that commits late is sealed after those that overtook it', async () => {
  const slow = await db.database.connect();
  await slow.query('begin');
  const insert = `insert into journal (auteur, role, surface, action, resultat, ressource)
    values ('Paul', 'agent', 'api', 'lente', 'reussi', 'clients') returning id`;
  const { rows } = await slow.query<{ id: number }>(insert);
  await write('rapide');
  await sealJournal(db.database);
  await slow.query('commit');
  slow.release();
  await sealJournal(db.database);
  const last = await db.rows('select journal_id from journal_sceaux order by rang desc limit 1');
  expect(last).toEqual([{ journal_id: rows[0]?.id }]);
});

test('more lines than one batch are sealed in one go', async () => {
  await db.rows(`insert into journal (auteur, role, surface, action, resultat, ressource)
    select 'lot', 'agent', 'api', 'lot', 'reussi', 'clients' from generate_series(1, 2500)`);
  expect(await sealJournal(db.database)).toBe(2500);
  expect(await sealJournal(db.database)).toBe(0);
  expect(await verifyJournal(db.database, { keys: [] })).toMatchObject({ nombre_fautes: 0, attente: 0 });
});
