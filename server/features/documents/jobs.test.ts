import { rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cast, cast } from '../../../tests/cast.ts';
import { type TestDatabase, testDatabase } from '../../../tests/database.ts';
import { systemCaller } from '../../core/jobs/system.ts';
import { startWorker } from '../../core/jobs/worker.ts';
import { transact } from '../../core/records/transaction.ts';
import { openFolder } from '../../integrations/storage/folder.ts';
import type { StoragePort } from '../../integrations/storage/storage.ts';
import { deposer } from './deposer.ts';
import { documentsJobs } from './jobs.ts';
import { envoyer, gardes, type Place, pdf, sinistreDe } from './papiers.fixture.ts';
import { documents } from './resource.ts';

/** Rows and files end together: neither is left behind without the other. */
let db: TestDatabase;
let people: Cast;
let root: string;
let stockage: StoragePort;
let place: Place;
let sinistre_id: number;
beforeAll(async () => {
  db = await testDatabase();
  people = await cast(db);
  root = path.join(tmpdir(), `guichet-papiers-${new URL(db.url).pathname.slice(1)}`);
  stockage = openFolder(root);
  place = { db, stockage };
  sinistre_id = await sinistreDe(db, people.douala, 'KONGO');
});
afterAll(async () => {
  await rm(root, { recursive: true });
  await db.close();
});

const run = (name: string, payload: Record<string, unknown>, signal = new AbortController().signal) =>
  documentsJobs(stockage)[name]?.run(payload, { database: db.database, caller: systemCaller, signal });
const balayer = (signal?: AbortSignal) => run('balayer-documents', {}, signal);

/** As if it had been kept so many hours ago. */
async function vieillir(cle: string, hours: number) {
  const then = new Date(Date.now() - hours * 3_600_000);
  await utimes(path.join(root, cle.slice(0, 2), cle), then, then);
}
const rowsOf = async (cle: string) => (await db.rows('select 1 from documents where cle = $1', [cle])).length;

test('taken back with a reason, a document keeps its row, and its file is gone', async () => {
  const { id, cle } = await envoyer(place, sinistre_id);
  const paul = await people.paul.caller();
  const act = (motif?: string) => db.records.act(paul, documents, id, 'retirer', motif ? { motif } : {});
  await expect(act()).rejects.toMatchObject({ status: 400 });
  expect(await stockage.get(cle)).toEqual(pdf);
  await act('Papier d’un autre client');
  await expect(act('Encore')).rejects.toMatchObject({ status: 409 });

  const worker = await startWorker(db.url, db.database, documentsJobs(stockage));
  try {
    await expect.poll(() => stockage.get(cle), { timeout: 10_000 }).toBeUndefined();
  } finally {
    await worker.stop();
  }
  expect(await db.rows('select retire_le is not null as retire, fichier from documents where id = $1', [id])).toEqual([
    { retire: true, fichier: null },
  ]);
  const [line] = await db.rows(
    `select auteur, motif from journal where ressource = 'documents' and objet_id = $1 and action = 'retirer' and resultat = 'reussi'`,
    [id],
  );
  expect(line).toEqual({ auteur: 'Paul EKAMBI', motif: 'Papier d’un autre client' });
});

test('only the file of what was taken back is erased, and erasing it twice does no harm', async () => {
  const { id, cle } = await envoyer(place, sinistre_id);
  await run('effacer-document', { id });
  expect(await stockage.get(cle)).toEqual(pdf);
  await db.rows('update documents set retire_le = now() where id = $1', [id]);
  for (const _ of ['once', 'again']) await run('effacer-document', { id });
  expect(await stockage.get(cle)).toBeUndefined();
});

test('what is cut off between file and row leaves no row without its file; the file is swept a day later', async () => {
  const known = new Set(await gardes(stockage));
  const cut = deposer(
    stockage,
    { contenu: pdf, type: 'application/pdf' },
    async () => ({ sinistre_id, canal: 'espace' }),
    (work) =>
      transact(db.database, systemCaller, async (tx) => {
        await work(tx);
        throw new Error('the power went');
      }),
  );
  await expect(cut).rejects.toThrow('the power went');
  const [orphan = '', ...others] = (await gardes(stockage)).filter((each) => !known.has(each));
  expect([others, await rowsOf(orphan)]).toEqual([[], 0]);

  await vieillir(orphan, 23);
  await balayer();
  expect(await stockage.get(orphan)).toEqual(pdf);
  await vieillir(orphan, 25);
  await balayer();
  expect(await stockage.get(orphan)).toBeUndefined();
});

test('a file that could not be kept has no row', async () => {
  const [before] = await db.rows<{ n: number }>('select count(*)::int as n from documents');
  const full: StoragePort = { ...stockage, put: () => Promise.reject(new Error('no space left')) };
  await expect(envoyer({ db, stockage: full }, sinistre_id)).rejects.toThrow('no space left');
  expect((await db.rows<{ n: number }>('select count(*)::int as n from documents'))[0]).toEqual(before);
});

test('sweeping spares what is wanted, takes what should be gone, and stops when the process ends', async () => {
  const [wanted, gone] = [await envoyer(place, sinistre_id), await envoyer(place, sinistre_id)];
  await db.rows('update documents set retire_le = now() where id = $1', [gone.id]);
  for (const { cle } of [wanted, gone]) await vieillir(cle, 25);
  await balayer(AbortSignal.abort());
  expect(await stockage.get(gone.cle)).toEqual(pdf);
  await balayer();
  expect([await stockage.get(wanted.cle), await stockage.get(gone.cle)]).toEqual([pdf, undefined]);
});
