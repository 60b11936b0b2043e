import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSandbox } from '../../../features/assurance/mobile-money/caisse.fixture.ts';
import { poser } from '../../../features/assurance/mobile-money/caisses.ts';
import { surveille } from '../../../features/assurance/mobile-money/exemple.fixture.ts';
import { releves } from '../../../features/assurance/mobile-money/releves/resource.ts';
import { resources } from '../../../features.ts';
import { bodyExample, inputExampleOf } from '../examples.ts';
import { type Conversation, openConversation } from './conversation.ts';
import { sell } from './sold.fixture.ts';

let talk: Conversation;
let sandbox: Awaited<ReturnType<typeof openSandbox>>;
let souscription: number;
beforeAll(async () => {
  talk = await openConversation();
  sandbox = await openSandbox();
  talk.api.guichet.caisses = poser(talk.api.db.database, sandbox.caisses(talk.api.db.database));
  const send = await talk.api.as(talk.api.people.mireille);
  const client = { nom: 'KONGO', telephone: '06 123 45 67', succursale_id: talk.api.people.douala };
  const { body } = await send<{ id: number }>('POST', '/clients', client);
  souscription = (await sell(send, body.id)).souscriptions;
});
afterAll(async () => {
  await sandbox.stop();
  await talk.close();
});

/** The document's own example of an action's form. */
function example(name: string, action: string): Record<string, unknown> {
  const resource = resources.find((each) => each.name === name);
  const found = resource?.actions.find((each) => each.name === action);
  if (!resource || !found) throw new Error(`${name}.${action}`);
  return Object.fromEntries(
    Object.keys(found.input.shape).map((each) => [each, inputExampleOf(resource, action, each)]),
  );
}

const act = (name: string, action: string, id: number) =>
  talk.call(`${name}_${action.replaceAll('-', '_')}`, { id, body: example(name, action) });

/** Everything that can be done with mobile money takes the example of its form, and says no as the document foresees. */
test('a payment is asked for, and its attempt verified', async () => {
  expect((await act('souscriptions', 'demander-paiement', souscription)).status).toBe(200);
  expect((await act('souscriptions', 'demander-paiement', souscription)).status).toBe(409);
  const { results } = (await talk.call<{ results: [{ id: number }] }>('tentatives_list')).body;
  const [{ id }] = results;
  expect((await act('tentatives', 'relancer-verification', id)).status).toBe(409);
  await talk.api.db.rows('update tentatives set envois = 1, envoyee_le = now() where id = $1', [id]);
  expect((await act('tentatives', 'relancer-verification', id)).status).toBe(200);
  expect((await act('tentatives', 'abandonner', id)).status).toBe(409);
  await talk.api.db.rows('update tentatives set a_revoir = true, a_revoir_le = now() where id = $1', [id]);
  expect((await act('tentatives', 'abandonner', id)).status).toBe(200);
});

test('discrepancies are asked about, credited and settled', async () => {
  const { ecarts, tentatives } = await surveille(talk.api.db.rows, souscription, 'CONFORME');
  expect((await act('ecarts', 'relancer-verification', ecarts)).status).toBe(200);
  expect((await act('ecarts', 'crediter', ecarts)).status).toBe(409);
  await talk.api.db.rows(
    `update ecarts set verifie = true, montant_constate = 25000, devise = 'XAF', transaction_id = 'T1' where id = $1`,
    [ecarts],
  );
  expect((await act('ecarts', 'crediter', ecarts)).status).toBe(200);
  const [attempt] = await talk.api.db.rows('select etat from tentatives where id = $1', [tentatives]);
  expect(attempt).toEqual({ etat: 'echouee' });
  const second = await surveille(talk.api.db.rows, souscription, 'CONFORME-2');
  expect((await act('ecarts', 'resoudre', second.ecarts)).status).toBe(200);
  expect((await act('ecarts', 'resoudre', second.ecarts)).status).toBe(409);
});

test('a payment is corrected', async () => {
  const query = '?statut=reussi';
  const { results } = (await talk.call<{ results: [{ id: number }] }>('paiements_list', { query })).body;
  expect((await act('paiements', 'corriger', results[0].id)).status).toBe(200);
});

test('a statement is imported and compared', async () => {
  const made = await talk.call<{ id: number }>('releves_create', { body: bodyExample(releves) });
  expect(made.status, made.text).toBe(201);
  expect((await act('releves', 'rapprocher', made.body.id)).status).toBe(200);
  expect((await talk.call('releves_delete', { id: made.body.id })).status).toBe(409);
});
