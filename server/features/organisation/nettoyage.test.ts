import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cast, cast } from '../../../tests/cast.ts';
import { type TestDatabase, testDatabase } from '../../../tests/database.ts';
import { systemCaller } from '../../core/jobs/system.ts';
import { housekeepingJobs } from './nettoyage.ts';

let db: TestDatabase;
let people: Cast;

beforeAll(async () => {
  db = await testDatabase();
  people = await cast(db);
});
afterAll(() => db.close());

const clean = () =>
  housekeepingJobs['nettoyer-acces']?.run(
    {},
    { database: db.database, caller: systemCaller, signal: new AbortController().signal },
  );

test('what is spent goes, what may still serve stays', async () => {
  const { id } = people.paul;
  await db.rows(
    `insert into jetons (famille, utilisateur_id, empreinte, expire_le, epoque) values
       (gen_random_uuid(), $1, 'fini', now() - interval '1 second', 1), (gen_random_uuid(), $1, 'vivant', now() + interval '1 hour', 1)`,
    [id],
  );
  await db.rows(
    `insert into liens_mot_de_passe (empreinte, utilisateur_id, expire_le) values
       ('fini', $1, now() - interval '1 second'), ('vivant', $1, now() + interval '1 minute')`,
    [id],
  );
  await db.rows(`insert into freins (cle, echecs, libre_le, dernier_le) values
    ('fini', 3, now() - interval '1 day', now() - interval '25 hours'),
    ('vivant', 3, now() - interval '1 hour', now() - interval '23 hours'),
    ('retenu', 9, now() + interval '5 minutes', now() - interval '25 hours')`);
  await db.rows(
    `insert into idempotence (utilisateur_id, cle, empreinte, reponse, cree_le)
     select $1::bigint, 'fini-' || n, '', '{}'::json, now() - interval '8 days' from generate_series(1, 10500) n
     union all select $1::bigint, 'vivant', '', '{}'::json, now() - interval '6 days'`,
    [id],
  );
  await clean();
  expect(await db.rows('select empreinte from jetons')).toEqual([{ empreinte: 'vivant' }]);
  expect(await db.rows('select empreinte from liens_mot_de_passe')).toEqual([{ empreinte: 'vivant' }]);
  expect(await db.rows('select cle from freins order by cle')).toEqual([{ cle: 'retenu' }, { cle: 'vivant' }]);
  expect(await db.rows('select cle from idempotence')).toEqual([{ cle: 'vivant' }]);
});
