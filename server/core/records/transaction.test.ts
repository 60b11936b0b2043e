import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cast, cast } from '../../../tests/cast.ts';
import { type TestDatabase, testDatabase } from '../../../tests/database.ts';
import { transact } from './transaction.ts';

let db: TestDatabase;
let people: Cast;

beforeAll(async () => {
  db = await testDatabase();
  people = await cast(db);
});
afterAll(() => db.close());

test('of two pieces of work that wait for each other one is done again, and both succeed', async () => {
  const caller = await people.mireille.caller();
  let tries = 0;
  let arrived = 0;
  let go = () => {};
  const both = new Promise<void>((resolve) => {
    go = resolve;
  });
  const move = (first: number, then: number) =>
    transact(db.database, caller, async (tx) => {
      tries += 1;
      const rename = `update succursales set ville = ville || '.' where id = $1`;
      await tx.query(rename, [first]);
      arrived += 1;
      if (arrived === 2) go();
      await both;
      await tx.query(rename, [then]);
    });
  await Promise.all([move(people.douala, people.yaounde), move(people.yaounde, people.douala)]);
  expect(tries).toBe(3);
  const rows = await db.rows('select ville from succursales where parent_id is not null order by id');
  expect(rows).toEqual([{ ville: 'Douala..' }, { ville: 'Yaoundé..' }]);
});

test('work that cannot be done for others’ work is told to come again', async () => {
  const stuck = transact(db.database, await people.mireille.caller(), async () => {
    throw Object.assign(new Error('deadlock detected'), { code: '40P01' });
  });
  await expect(stuck).rejects.toMatchObject({ status: 503 });
});
