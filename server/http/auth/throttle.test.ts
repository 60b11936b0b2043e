import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/database.ts';
import type { Database } from '../../core/database.ts';
import { takeTurn } from './throttle.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

test('of two who try from one address at the same moment, the one that began first does not wait for the other', async () => {
  const line = await db.database.connect();
  const slow = {
    read: async ({ text, values }: { text: string; values: unknown[] }) => (await line.query(text, values)).rows,
  } as unknown as Database;
  try {
    await takeTurn(db.database, 'adresse', '10.0.0.1');
    await line.query('begin');
    await line.query('select now()');
    await takeTurn(db.database, 'adresse', '10.0.0.1');
    await expect(takeTurn(slow, 'adresse', '10.0.0.1')).resolves.toBeUndefined();
    await line.query('commit');
  } finally {
    line.release();
  }
});

test('thirty-one in a row from one address make the next one wait', async () => {
  for (let n = 0; n < 31; n++) await takeTurn(db.database, 'adresse', '10.0.0.2').catch(() => undefined);
  await expect(takeTurn(db.database, 'adresse', '10.0.0.2')).rejects.toMatchObject({ status: 429 });
});
