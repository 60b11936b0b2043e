import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cast, cast } from '../../../tests/cast.ts';
import { type TestDatabase, testDatabase } from '../../../tests/database.ts';
import { agents } from '../../features/organisation/agents/resource.ts';

let db: TestDatabase;
let people: Cast;

beforeAll(async () => {
  db = await testDatabase();
  people = await cast(db);
});
afterAll(() => db.close());

test('an agent made in a succursale belongs to it and gets the next matricule', async () => {
  const paul = await people.paul.caller();
  const first = await db.records.create(paul, agents, { nom: 'MOUKOKO', telephone: '06 123 45 67' });
  const second = await db.records.create(paul, agents, { nom: 'NGOUABI', telephone: '+237 6 71 23 45 67' });
  expect(first).toMatchObject({ matricule: 'AGT001', succursale_id: people.douala, telephone: '+242061234567' });
  expect(second).toMatchObject({ matricule: 'AGT002', telephone: '+237671234567', solde: 0 });
});
