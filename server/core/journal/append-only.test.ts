import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/database.ts';
import { systemCaller } from '../jobs/system.ts';
import { journalizeAlone } from './journal.ts';
import { sealJournal } from './seal.ts';
import { sealed } from './seal-form.ts';
import { signHead } from './seal-head.ts';
import { sealingKey } from './seal-key.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
  const folder = mkdtempSync(path.join(tmpdir(), 'guichet-'));
  await journalizeAlone(db.database, systemCaller, { action: 'essai', ressource: 'clients' });
  await sealJournal(db.database);
  await signHead(db.database, sealingKey(undefined, folder), path.join(folder, 'tetes.jsonl'));
});
afterAll(() => db.close());

const changes = {
  journal: `update journal set auteur = 'personne'`,
  journal_sceaux: 'update journal_sceaux set scelle_le = now()',
  journal_tetes: 'update journal_tetes set rang = rang + 1',
};

test.each(Object.keys(changes) as (keyof typeof changes)[])(
  '%s only grows: nothing in it is changed, deleted or emptied',
  async (table) => {
    const before = await db.rows(`select * from ${table}`);
    expect(before).toHaveLength(1);
    for (const statement of [
      changes[table],
      `delete from ${table}`,
      `truncate ${table}`,
      `truncate ${table} cascade`,
    ]) {
      await expect(db.rows(statement)).rejects.toMatchObject({ constraint: 'journal_seulement_ajouter', table });
    }
    expect(await db.rows(`select * from ${table}`)).toEqual(before);
  },
);

test('a seal covers every column of the journal but the one that PostgreSQL computes', async () => {
  const columns = await db.rows<{ nom: string }>(`select attname as nom from pg_attribute
    where attrelid = 'journal'::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`);
  expect(columns.map(({ nom }) => nom).toSorted()).toEqual([...sealed].toSorted());
});
