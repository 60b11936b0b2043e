import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answered, type Caisse, caisse } from '../caisse.fixture.ts';

let c: Caisse;
beforeAll(async () => {
  c = await caisse();
});
afterAll(() => c.close());

/** Keys of commissions that an agent is due. */
async function dues(agent: number, combien: number): Promise<number[]> {
  const vente = await c.souscription(agent);
  for (let i = 0; i < combien; i++) await c.encaisse(vente, 1000, 'virement');
  const rows = await c.db.rows<{ id: number }>('select id from commissions where agent_id = $1 order by id', [agent]);
  return rows.map(({ id }) => id);
}

const payer = (id: number, send = c.paul) =>
  send<Answered & { message: string }>('POST', `/commissions/${id}/payer`, { mode_paiement: 'especes' });

test('those who begin with different commissions of one agent take turns, and none waits for a deadlock', async () => {
  const before = await deadlocks();
  const ids = await dues(await c.agent(), 8);
  const told = await Promise.all(ids.map((id) => payer(id)));
  expect(told.map(({ status }) => status).sort()).toEqual([200, ...ids.slice(1).map(() => 409)]);
  const [paid] = await c.db.rows(`select sum(montant)::int as sum from ecritures where compte = 'commissions'`);
  expect(paid).toEqual({ sum: 800 });
  expect(await deadlocks()).toBe(before);
});

test('nobody pays their own commissions', async () => {
  const agent = await c.agent();
  const [id] = await dues(agent, 1);
  await c.db.rows('update agents set utilisateur_id = $2 where id = $1', [agent, c.people.paul.id]);
  const own = await payer(id as number);
  expect([own.status, own.body.message]).toEqual([
    409,
    'Vous ne pouvez pas payer vos propres commissions : une autre personne les paie.',
  ]);
  expect((await payer(id as number, c.mireille)).status).toBe(200);
});

async function deadlocks(): Promise<number> {
  await c.db.rows('select pg_stat_force_next_flush()');
  const [row] = await c.db.rows<{ n: number }>(
    'select deadlocks::int as n from pg_stat_database where datname = current_database()',
  );
  return row?.n ?? 0;
}
