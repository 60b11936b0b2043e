import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApi, testApi } from '../api.ts';

let api: TestApi;
let access: string;

beforeAll(async () => {
  api = await testApi();
  access = (await api.signIn(api.people.paul.email)).access;
  await api.db.rows(
    `insert into clients (nom, notes, succursale_id)
     select 'CLIENT ' || n, repeat('x', 2000), $1 from generate_series(1, 20000) n`,
    [api.people.douala],
  );
});
afterAll(() => api.close());

interface Begun {
  status?: number;
  leave(): void;
}

/** Asks for an export and waits for its first bytes. */
const begin = () =>
  new Promise<Begun>((resolve, reject) => {
    const headers = { authorization: `Bearer ${access}` };
    const sent = request(`${api.origin}/api/v1/clients/export?format=csv`, { agent: false, headers }, (answer) => {
      answer.on('error', () => {});
      answer.once('readable', () => resolve({ status: answer.statusCode, leave: () => sent.destroy() }));
    });
    sent.on('error', reject).end();
  });

const held = async () =>
  (await api.db.rows(`select from pg_stat_activity where datname = current_database() and state like 'idle in tr%'`))
    .length;

test('of ten exports at once four begin, the others are told to wait, and whoever leaves leaves nothing open', async () => {
  for (let round = 0; round < 3; round++) {
    const begun = await Promise.all(Array.from({ length: 10 }, begin));
    expect(begun.map(({ status }) => status).sort()).toEqual([...Array(4).fill(200), ...Array(6).fill(503)]);
    for (const { leave } of begun) leave();
    await expect.poll(held).toBe(0);
  }
  const kept = await api.db.rows(`select from journal where action = 'exporter' and resultat = 'reussi'`);
  expect(kept).toHaveLength(12);
});
