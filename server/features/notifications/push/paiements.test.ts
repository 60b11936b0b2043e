import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTelephones, type Telephones } from './telephones.fixture.ts';

let t: Telephones;
let client: number;
let souscription: number;
beforeAll(async () => {
  t = await openTelephones();
  client = await t.client();
  souscription = await t.contrat(client, '2026-01-07');
});
afterAll(() => t.close());
beforeEach(() => t.db.rows('delete from abonnements_push'));

let made = 0;
const asked = async (souscription_id = souscription) => {
  made += 1;
  const [row] = await t.db.rows<{ id: number }>(
    `insert into paiements (numero, souscription_id, type, mode_paiement, montant)
     values ($1, $2, 'cotisation', 'mtn_money', 5000) returning id`,
    [`PUSH-${made}`, souscription_id],
  );
  return (row as { id: number }).id;
};
const becomes = (id: number, statut: string) =>
  t.db.rows(
    `update paiements set statut = $2, paye_le = case when $2 = 'reussi' then now() end,
       motif_echec = case when $2 = 'echoue' then 'Solde insuffisant.' end where id = $1`,
    [id, statut],
  );

test('a payment that is confirmed and one that fails are told, once each, without a figure', async () => {
  const { recus } = await t.telephone(client);
  const [good, bad] = [await asked(), await asked()];
  await becomes(good, 'en_cours');
  await becomes(good, 'reussi');
  await t.fini();
  await becomes(bad, 'echoue');
  await t.fini();
  expect(recus.map(({ contenu }) => contenu)).toEqual([
    {
      titre: 'Paiement reçu',
      texte: 'Votre paiement est bien arrivé. Merci.',
      chemin: '/espace/paiements',
      sujet: 'paiements',
    },
    expect.objectContaining({ titre: 'Paiement non abouti', chemin: '/espace/paiements' }),
  ]);
  expect(JSON.stringify(recus.map(({ contenu }) => contenu))).not.toMatch(/\d/);
});

test('a payment that is asked for, under way or cancelled is not told', async () => {
  const { recus } = await t.telephone(client);
  const id = await asked();
  await becomes(id, 'en_cours');
  await becomes(id, 'annule');
  expect(await t.queued()).toEqual([]);
  expect(recus).toEqual([]);
});

test('what is undone with its transaction is not told', async () => {
  const { recus } = await t.telephone(client);
  const id = await asked();
  const line = await t.db.database.connect();
  await line.query('begin');
  await line.query(`update paiements set statut = 'reussi', paye_le = now() where id = $1`, [id]);
  await line.query('rollback');
  line.release();
  await t.fini();
  expect(recus).toEqual([]);
});

test('nothing is queued where no telephone wants to know; another client’s hears nothing', async () => {
  const other = await t.telephone(await t.client());
  await t.telephone(client, { sujets: ['annonces'] });
  const before = t.there.appels();
  await becomes(await asked(), 'reussi');
  expect(await t.db.rows(`select from graphile_worker.jobs where task_identifier = 'avertir-paiement'`)).toEqual([]);
  await t.fini();
  expect([other.recus, t.there.appels()]).toEqual([[], before]);
});

test('work that is done again tells nobody twice, and the queue names nobody', async () => {
  const { textes } = await t.telephone(client);
  const id = await asked();
  await becomes(id, 'reussi');
  await t.fini();
  for (let n = 0; n < 3; n++)
    await t.db.rows(`select graphile_worker.add_job('avertir-paiement', json_build_object('paiement_id', $1::int))`, [
      id,
    ]);
  await t.fini();
  expect(textes()).toHaveLength(1);
  expect(await t.db.rows('select cle from envois_push')).toEqual([{ cle: `paiement:${id}` }]);
});
