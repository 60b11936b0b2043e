import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast } from '../../tests/cast.ts';
import { type TestDatabase, testDatabase } from '../../tests/database.ts';
import type { Caller } from './access.ts';
import { aujourdhui } from './jours.ts';
import { nextNumber, readNumber } from './numbering.ts';
import { transact } from './records/transaction.ts';

let db: TestDatabase;
let mireille: Caller;
const year = aujourdhui().slice(0, 4);

beforeAll(async () => {
  db = await testDatabase();
  mireille = await (await cast(db)).mireille.caller();
});
afterAll(() => db.close());

const next = (pattern: string, words = {}) =>
  transact(db.database, mireille, (tx) => nextNumber(tx, 'essai', pattern, words));

test('each filling of a pattern counts on its own', async () => {
  const pattern = 'CG-{YYYY}-{BRANCHE}-{SEQ:3}';
  expect(await next(pattern, { BRANCHE: 'VIE' })).toBe(`CG-${year}-VIE-001`);
  expect(await next(pattern, { BRANCHE: 'AUT' })).toBe(`CG-${year}-AUT-001`);
  expect(await next(pattern, { BRANCHE: 'VIE' })).toBe(`CG-${year}-VIE-002`);
  await expect(next(pattern)).rejects.toThrow('BRANCHE');
});

test('a hundred at once have no gap and no double, also when some of them fail', async () => {
  const attempts = Array.from({ length: 100 }, (_, i) =>
    transact(db.database, mireille, async (tx) => {
      const number = await nextNumber(tx, 'course', 'N{SEQ}');
      if (i % 4 === 0) throw new Error('changed my mind');
      return number;
    }),
  );
  const settled = await Promise.allSettled(attempts);
  const numbers = settled.flatMap((each) => (each.status === 'fulfilled' ? [Number(each.value.slice(1))] : []));
  expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 75 }, (_, i) => i + 1));
});

test.each([
  ['AGT007', 7],
  ['AGT1234', 1234],
  ['AGT07', undefined],
  ['agt007', undefined],
  ['AGT007x', undefined],
])('%s is number %s of AGT{SEQ:3}', (typed, place) => {
  expect(readNumber('AGT{SEQ:3}', {}, typed)).toBe(place);
});
