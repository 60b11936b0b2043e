import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemCaller } from '../server/core/jobs/system.ts';
import { journalizeAlone } from '../server/core/journal/journal.ts';
import { sealJournal } from '../server/core/journal/seal.ts';
import { headsFile, signHead } from '../server/core/journal/seal-head.ts';
import { publicKeyText, sealingKey } from '../server/core/journal/seal-key.ts';
import { type TestDatabase, testDatabase } from '../tests/database.ts';

const data = mkdtempSync(path.join(tmpdir(), 'guichet-'));
let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
  for (const action of ['un', 'deux', 'trois'])
    await journalizeAlone(db.database, systemCaller, { action, ressource: 'clients' });
  await sealJournal(db.database);
  await signHead(db.database, sealingKey(undefined, data), headsFile(data));
});
afterAll(() => db.close());

async function verify(env: Record<string, string> = {}, ...options: string[]) {
  const command = ['--import', 'tsx', 'scripts/verify-journal.ts', ...options];
  const clean = { PATH: process.env.PATH, DATABASE_URL: db.url, GUICHET_DATA: data, ...env };
  const done = promisify(execFile)(process.execPath, command, { env: clean });
  const failed = (error: { code: number; stdout: string; stderr: string }) => error;
  return done.then(({ stdout, stderr }) => ({ code: 0, stdout, stderr }), failed);
}

test('a whole journal: the number of lines, the end of the chain, and 0', async () => {
  const { code, stdout, stderr } = await verify();
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(
    /^Journal intact : 3 lignes scellées, 0 en attente de sceau\.\nFin de la chaîne : rang 3, empreinte [0-9a-f]{64}\./,
  );
});

test('who has only the public key can check as well', async () => {
  const key = publicKeyText(sealingKey(undefined, data));
  const elsewhere = mkdtempSync(path.join(tmpdir(), 'guichet-'));
  const { code, stdout } = await verify(
    { GUICHET_DATA: elsewhere, GUICHET_CLES_JOURNAL_RETIREES: key },
    '--sans-fichier',
  );
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining(`Clés reconnues : ${key}.`) });
});

test('no key, no database: one sentence each, and 1', async () => {
  const elsewhere = mkdtempSync(path.join(tmpdir(), 'guichet-'));
  expect(await verify({ GUICHET_DATA: elsewhere })).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^Aucune clé[^\n]+\n$/),
  });
  const nowhere = { DATABASE_URL: 'postgres://x@127.0.0.1:1/x' };
  expect(await verify(nowhere)).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^PostgreSQL est inaccessible[^\n]+\n$/),
  });
});

test('a changed line is named, and 1', async () => {
  await db.rows(
    `do $$ begin set local session_replication_role = replica; update journal set auteur = 'X' where action = 'deux'; end $$`,
  );
  const { code, stderr } = await verify();
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr:
      'Journal altéré : 1 anomalie.\n  Ligne 2 : elle ne correspond pas à son sceau (rang 2). Elle a été modifiée, déplacée ou remplacée.\n',
  });
});
