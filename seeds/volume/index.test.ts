import { afterAll, beforeAll, expect, test } from 'vitest';
import { normalisePhone } from '../../server/core/kinds.ts';
import { type TestDatabase, testDatabase } from '../../tests/database.ts';
import { seedVolume } from './index.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const indexes = () =>
  db.rows(`select indexname, indexdef from pg_indexes where tablename = 'clients' order by indexname`);

test('a thousand clients are spread over five succursales below one head office', async () => {
  const before = await indexes();
  expect(await seedVolume(db.source, { clients: 1000 })).toEqual({
    clients: 1000,
    contrats: 0,
    succursales: ['DLA', 'YDE', 'BZV', 'PNR', 'DOL'],
  });
  const counts = await db.rows('select count(*) as n from clients group by succursale_id');
  expect(counts).toEqual(Array(5).fill({ n: 200 }));
  expect(await indexes()).toEqual(before);
});

test('a second run adds what is missing, a third nothing', async () => {
  expect(await seedVolume(db.source, { clients: 1500 })).toMatchObject({ clients: 500 });
  expect(await seedVolume(db.source, { clients: 1500 })).toMatchObject({ clients: 0 });
  expect(await db.rows('select count(*) as n, count(distinct telephone) as t from clients')).toEqual([
    { n: 1500, t: 1500 },
  ]);
});

test('every telephone is valid, and the search finds a name', async () => {
  const rows = await db.rows<{ telephone: string }>('select telephone from clients');
  for (const { telephone } of rows) expect(normalisePhone(telephone)).toBe(telephone);
  expect((await db.rows(`select from clients where recherche like '%ekambi%'`)).length).toBeGreaterThan(3);
});

test('the limit on statements is as it was', async () => {
  expect(await db.rows('show statement_timeout')).toEqual([{ statement_timeout: '20s' }]);
});

test('production and impossible numbers are refused', async () => {
  await expect(seedVolume(db.source, { clients: 5_000_001 })).rejects.toThrow(RangeError);
  await expect(seedVolume(db.source, { contrats: 5_000_001 })).rejects.toThrow(RangeError);
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  await expect(seedVolume(db.source, { clients: 2000 }))
    .rejects.toThrow('production')
    .finally(() => {
      process.env.NODE_ENV = NODE_ENV;
    });
});
