import { afterAll, beforeAll, expect, test } from 'vitest';
import { devis } from '../../../features/crm/devis/resource.ts';
import { bodyExample } from '../examples.ts';
import { type Conversation, openConversation } from './conversation.ts';
import { sell } from './sold.fixture.ts';
import { carryOut, make, makeInBatch, readAndSendBack, refuseWrites } from './steps.ts';
import { allWritten } from './told-elsewhere.ts';

let talk: Conversation;
let client_id: number;
let produit_id: number;
beforeAll(async () => {
  talk = await openConversation();
  const send = await talk.as('mireille');
  const client = { nom: 'TRANSPORTS MAKOSSO', succursale_id: talk.api.people.douala };
  client_id = (await send<{ id: number }>('POST', '/clients', client)).body.id;
  produit_id = (await sell(send, client_id)).produits;
});
afterAll(() => talk.close());

/** The example of the document, for an opportunité of its own. */
async function body() {
  const opportunite = { nom: 'Flotte de 12 camions', client_id, montant: 9_600_000 };
  const { id } = (await talk.call<{ id: number }>('opportunites_create', { body: opportunite })).body;
  return { ...bodyExample(devis), opportunite_id: id };
}

/** One that its client holds. */
async function sent(): Promise<number> {
  const { id } = await make(talk, devis, await body());
  await talk.api.db.rows(`update devis set statut = 'envoye', envoye_le = now() where id = $1`, [id]);
  return id;
}

test('its example can be sent as it is, alone and in a batch, read, sent back whole and deleted', async () => {
  const row = await make(talk, devis, await body());
  await readAndSendBack(talk, devis, row.id);
  await refuseWrites(talk, devis, row, await body());
  const { id } = await makeInBatch(talk, devis, await body());
  expect((await talk.call('devis_delete', { id })).status).toBe(204);
  expect((await talk.call('devis_delete', { id })).status).toBe(404);
});

test('each of its actions takes the example of its form', async () => {
  const id = (await make(talk, devis, await body())).id;
  await carryOut(talk, devis, 'envoyer', id);
  await carryOut(talk, devis, 'nouvelle-version', id);
  await carryOut(talk, devis, 'refuser', await sent());
  const accepted = await sent();
  await carryOut(talk, devis, 'accepter', accepted);
  await carryOut(talk, devis, 'souscrire', accepted, { body: { produit_id } });
  expect((await talk.call('devis_refuser', { id: accepted, body: {} })).status).toBe(400);
  expect((await talk.call('devis_delete', { id: accepted })).status).toBe(409);
});

test('every operation on a devis that writes has succeeded', () => allWritten(talk, 'devis.test.ts'));
