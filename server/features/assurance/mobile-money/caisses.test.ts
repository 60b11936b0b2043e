import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../../tests/database.ts';
import { readConfig } from '../../../config.ts';
import { systemCaller } from '../../../core/jobs/system.ts';
import { caissesPosees, openCaisses } from './caisses.ts';
import { mobileMoneyJobs } from './jobs.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const secret = { GUICHET_SECRET: 'x'.repeat(40), DATABASE_URL: 'postgres://x' };
const sealed = { GUICHET_CLE_JOURNAL: Buffer.alloc(32, 7).toString('base64') };

test('a development server without settings pays on a simulator of its own, over HTTP, and says so', async () => {
  const caisses = await openCaisses(readConfig({ ...secret, NODE_ENV: 'development', PORT: '3999' }), db.database);
  try {
    expect(caissesPosees({ em: db.source.manager })).toBe(caisses);
    const [, url] = /sur (http:\/\/127\.0\.0\.1:\d+), aucun argent réel$/.exec(caisses.lieu ?? '') ?? [];
    expect((await fetch(`${url}/__control/ledger`)).status).toBe(200);
    expect(Object.keys(caisses.tills)).toEqual(['mtn_money', 'airtel_money']);
    const reference = '5b0f1c9e-6a1d-4c1e-9a55-0c7b8d1e2f34';
    expect(await caisses.tills.mtn_money?.consulter(reference)).toEqual({ etat: 'introuvable' });
    expect(caisses.rappel(reference)).toMatch(/^http:\/\/localhost:3999\/api\/v1\/rappels\/mtn\/[\w-]{43}$/);
    expect(caisses.jeton(reference)).toBe(caisses.jeton(reference));
  } finally {
    await caisses.close();
  }
});

test.each(['production', 'test'])('without settings there is no till in %s', async (NODE_ENV) => {
  const caisses = await openCaisses(readConfig({ ...secret, ...sealed, NODE_ENV }), db.database);
  expect([caisses.tills, caisses.lieu]).toEqual([{}, undefined]);
});

test('every exchange is kept, masked, until it is of no more use', async () => {
  const caisses = await openCaisses(readConfig({ ...secret, NODE_ENV: 'development', PORT: '0' }), db.database);
  await caisses.tills.mtn_money?.demander({
    reference: '5b0f1c9e-6a1d-4c1e-9a55-0c7b8d1e2f35',
    montant: 500,
    telephone: '+242061234567',
    libelle: 'Prime',
    externe: 'PAI-1',
  });
  await caisses.close();
  const [kept] = await db.rows<{ requete: string; statut: number; duree_ms: number }>(
    `select requete, statut, duree_ms from echanges where operation = 'demande' and reference like '%f35'`,
  );
  expect(kept?.statut).toBe(202);
  expect(kept?.requete).toContain('500');
  expect(kept?.requete).not.toContain('061234567');
  await db.rows(`update echanges set debut = now() - interval '500 days' where operation = 'jeton'`);
  const context = { database: db.database, caller: systemCaller, signal: new AbortController().signal };
  await mobileMoneyJobs(caisses)['nettoyer-echanges']?.run({}, context);
  const left = await db.rows<{ operation: string }>('select distinct operation from echanges order by 1');
  expect(left.map(({ operation }) => operation)).toEqual(['demande', 'etat']);
});
