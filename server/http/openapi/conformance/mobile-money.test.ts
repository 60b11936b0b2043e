import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Resource } from '../../../core/resource.ts';
import { openSandbox } from '../../../features/assurance/mobile-money/caisse.fixture.ts';
import { poser } from '../../../features/assurance/mobile-money/caisses.ts';
import { ecarts } from '../../../features/assurance/mobile-money/ecarts/resource.ts';
import { surveille } from '../../../features/assurance/mobile-money/exemple.fixture.ts';
import { releves } from '../../../features/assurance/mobile-money/releves/resource.ts';
import { tentatives } from '../../../features/assurance/mobile-money/tentatives/resource.ts';
import { paiements } from '../../../features/assurance/paiements/resource.ts';
import { souscriptions } from '../../../features/assurance/souscriptions/resource.ts';
import { bodyExample } from '../examples.ts';
import { type Conversation, openConversation } from './conversation.ts';
import { sell } from './sold.fixture.ts';
import { ask, carryOut, make, makeInBatch, readAndSendBack, refuseWrites } from './steps.ts';
import { allWritten } from './told-elsewhere.ts';

let talk: Conversation;
let sandbox: Awaited<ReturnType<typeof openSandbox>>;
let souscription: number;
beforeAll(async () => {
  talk = await openConversation();
  sandbox = await openSandbox();
  talk.api.guichet.caisses = poser(talk.api.db.database, sandbox.caisses(talk.api.db.database));
  const send = await talk.as('mireille');
  const client = { nom: 'KONGO', telephone: '06 123 45 67', succursale_id: talk.api.people.douala };
  const { body } = await send<{ id: number }>('POST', '/clients', client);
  souscription = (await sell(send, body.id)).souscriptions;
});
afterAll(async () => {
  await sandbox.stop();
  await talk.close();
});

const act = (resource: Resource, action: string, id: number) => carryOut(talk, resource, action, id);
const impossible = async (resource: Resource, action: string, id: number) =>
  expect((await ask(talk, resource, action, id)).status).toBe(409);

/** Everything that can be done with mobile money takes the example of its form, and says no as the document foresees. */
test('a payment is asked for, and its attempt verified', async () => {
  await act(souscriptions, 'demander-paiement', souscription);
  await impossible(souscriptions, 'demander-paiement', souscription);
  const { results } = (await talk.call<{ results: [{ id: number }] }>('tentatives_list')).body;
  const [{ id }] = results;
  await impossible(tentatives, 'relancer-verification', id);
  await talk.api.db.rows('update tentatives set envois = 1, envoyee_le = now() where id = $1', [id]);
  await act(tentatives, 'relancer-verification', id);
  await impossible(tentatives, 'abandonner', id);
  await talk.api.db.rows('update tentatives set a_revoir = true, a_revoir_le = now() where id = $1', [id]);
  await act(tentatives, 'abandonner', id);
});

test('discrepancies are asked about, credited and settled', async () => {
  const made = await surveille(talk.api.db.rows, souscription, 'CONFORME');
  await act(ecarts, 'relancer-verification', made.ecarts);
  await impossible(ecarts, 'crediter', made.ecarts);
  await talk.api.db.rows(
    `update ecarts set verifie = true, montant_constate = 25000, devise = 'XAF', transaction_id = 'T1' where id = $1`,
    [made.ecarts],
  );
  await act(ecarts, 'crediter', made.ecarts);
  const [attempt] = await talk.api.db.rows('select etat from tentatives where id = $1', [made.tentatives]);
  expect(attempt).toEqual({ etat: 'echouee' });
  const second = await surveille(talk.api.db.rows, souscription, 'CONFORME-2');
  await act(ecarts, 'resoudre', second.ecarts);
  await impossible(ecarts, 'resoudre', second.ecarts);
});

test('a payment is corrected', async () => {
  const query = '?statut=reussi';
  const { results } = (await talk.call<{ results: [{ id: number }] }>('paiements_list', { query })).body;
  await act(paiements, 'corriger', results[0].id);
});

test('a statement is imported and compared', async () => {
  const row = await make(talk, releves, bodyExample(releves));
  await readAndSendBack(talk, releves, row.id);
  await refuseWrites(talk, releves, row, bodyExample(releves));
  // The same file counts once.
  expect((await talk.call('releves_create', { body: bodyExample(releves) })).status).toBe(409);
  const other = String(bodyExample(releves).contenu).replace(',25000,', ',25500,');
  await makeInBatch(talk, releves, { ...bodyExample(releves), contenu: other });
  await act(releves, 'rapprocher', row.id);
});

test('every operation that writes has succeeded', () => allWritten(talk, 'mobile-money.test.ts'));
