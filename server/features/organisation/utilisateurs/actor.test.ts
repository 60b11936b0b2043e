import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cast, cast } from '../../../../tests/cast.ts';
import { type TestDatabase, testDatabase } from '../../../../tests/database.ts';

let db: TestDatabase;
let people: Cast;

beforeAll(async () => {
  db = await testDatabase();
  people = await cast(db);
});
afterAll(() => db.close());

/** Changes an account behind the back of everybody who listens. */
const silently = (change: string) =>
  db.source.query(
    `alter table utilisateurs disable trigger user; ${change}; alter table utilisateurs enable trigger user`,
  );

test('a person found once is remembered', async () => {
  const { id } = people.chantal;
  await db.actors.find(id);
  await silently(`update utilisateurs set nom = 'NGONO' where id = ${id}`);
  expect((await db.actors.find(id))?.actor.nom).toBe('Chantal ATANGANA');
});

test('rights that change while they are being read are not remembered as they were', async () => {
  const { id } = people.paul;
  const reading = db.actors.find(id);
  db.watch.tell('acces', 'utilisateurs');
  await reading;
  await silently(`update utilisateurs set actif = false where id = ${id}`);
  expect(await db.actors.find(id)).toBeUndefined();
});
