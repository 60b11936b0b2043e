import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/database.ts';
import { aujourdhui, joursEntre, plusJours, plusMois } from './jours.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));

test.each([
  ['2024-01-31', 1, '2024-02-29'],
  ['2024-01-31', 2, '2024-03-31'],
  ['2023-01-31', 1, '2023-02-28'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2024-02-29', 48, '2028-02-29'],
  ['2024-12-31', 2, '2025-02-28'],
  ['2024-03-31', -1, '2024-02-29'],
])('%s and %i months are %s', (from, months, to) => {
  expect(plusMois(from, months)).toBe(to);
});

test('months and days are counted as PostgreSQL counts them', async () => {
  const cases = fc.sample(fc.tuple(day, fc.integer({ min: -240, max: 240 })), 300);
  const rows = await db.rows<{ months: string; days: string }>(
    `select (d::date + n * interval '1 month')::date as months, d::date + n as days
     from unnest($1::text[], $2::int[]) with ordinality as t(d, n, i) order by i`,
    [cases.map(([from]) => from), cases.map(([, n]) => n)],
  );
  for (const [i, [from, n]] of cases.entries()) {
    expect(plusMois(from, n), `${from} + ${n} months`).toBe(rows[i]?.months);
    expect(plusJours(from, n), `${from} + ${n} days`).toBe(rows[i]?.days);
    expect(joursEntre(from, plusJours(from, n))).toBe(n);
  }
});

test.each(['2026-02-30', '31/12/2026', '', '2026-1-1'])('“%s” is no day', (text) => {
  expect(() => plusJours(text, 1)).toThrow(RangeError);
});

test('today is the same here and in the database', async () => {
  const [row] = await db.rows<{ jour: string }>('select date_metier() as jour');
  expect(row?.jour).toBe(aujourdhui());
});
