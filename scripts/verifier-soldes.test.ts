import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeAgent } from '../server/features/organisation/factory.ts';
import { cast } from '../tests/cast.ts';
import { type TestDatabase, testDatabase } from '../tests/database.ts';

const data = mkdtempSync(path.join(tmpdir(), 'guichet-'));
let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  const { douala: succursale_id } = await cast(db);
  await makeAgent(db.database, { nom: 'MOUKOKO', telephone: '+242059876543', succursale_id });
});
afterAll(() => db.close());

async function verifier(env: Record<string, string> = { DATABASE_URL: db.url }) {
  const command = ['--import', 'tsx', 'scripts/verifier-soldes.ts'];
  const clean = { PATH: process.env.PATH, GUICHET_DATA: data, ...env };
  const failed = ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
    code,
    stdout,
    stderr,
  });
  return promisify(execFile)(process.execPath, command, { env: clean }).then((done) => ({ code: 0, ...done }), failed);
}

test('it ends with 0 while all balances are right, with 1 and each difference while one is not', async () => {
  expect(await verifier()).toEqual({ code: 0, stdout: 'Tous les soldes sont justes.\n', stderr: '' });
  await db.rows('update agents set solde = 500');
  expect(await verifier()).toEqual({
    code: 1,
    stdout: '',
    stderr: '1 écart, dont 1 nouveau :\n  Solde d’un agent, AGT001 : attendu 0, trouvé 500\n',
  });
  await db.rows('update agents set solde = 0');
  expect(await verifier()).toEqual({
    code: 0,
    stdout: '1 anomalie résolue.\nTous les soldes sont justes.\n',
    stderr: '',
  });
});

test('without a database it says so, and ends with 1', async () => {
  const { code, stderr } = await verifier({});
  expect([code, stderr]).toEqual([1, 'Aucune base : donnez DATABASE_URL, ou lancez d’abord npm start.\n']);
});
