import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cast, cast } from '../../../../tests/cast.ts';
import { type TestDatabase, testDatabase } from '../../../../tests/database.ts';
import { utilisateurs } from './resource.ts';

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

test('a right that is taken is gone with the answer to whoever took it', async () => {
  const mireille = await people.mireille.caller();
  for (let round = 0; round < 20; round++) {
    await people.awa.caller();
    const droits = { clients: { supprimer: round % 2 === 0 } };
    await db.records.update(mireille, utilisateurs, people.awa.id, { droits });
    expect((await people.awa.caller()).actor.droits.utilisateur).toEqual(droits);
  }
});

test('while nothing can be heard of the database, nobody is remembered', async () => {
  const name = async () => (await db.actors.find(people.awa.id))?.actor.nom;
  expect(await name()).toBe('Awa NDIAYE');
  await db.watch.close();
  await db.rows(`update utilisateurs set nom = 'NDIAYE-SOW' where id = $1`, [people.awa.id]);
  expect(await name()).toBe('Awa NDIAYE-SOW');
  await db.rows('update utilisateurs set actif = false where id = $1', [people.awa.id]);
  expect(await name()).toBeUndefined();
});
