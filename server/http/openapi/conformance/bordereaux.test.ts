import { afterAll, beforeAll, expect, test } from 'vitest';
import { bordereaux } from '../../../features/assurance/reversements/bordereaux/resource.ts';
import { commissions } from '../../../features/assurance/reversements/commissions/resource.ts';
import { bodyExample } from '../examples.ts';
import { type Conversation, openConversation } from './conversation.ts';
import { cashier } from './remitted.fixture.ts';
import { sell } from './sold.fixture.ts';
import { ask, carryOut, make, makeInBatch, type Row, readAndSendBack, refuseWrites } from './steps.ts';
import { allWritten } from './told-elsewhere.ts';

/** Cash from the agent's hand to the commission, as the document tells it. */
let talk: Conversation;
let agent_id: number;
let take: () => Promise<number>;
beforeAll(async () => {
  talk = await openConversation();
  const send = await talk.as('mireille');
  const succursale_id = talk.api.people.douala;
  const client = await send<{ id: number }>('POST', '/clients', { nom: 'MAKOSSO', succursale_id });
  const sold = { ...(await sell(send, client.body.id)), clients: client.body.id, succursale_id };
  ({ agent_id, take } = await cashier(send, sold));
});
afterAll(() => talk.close());

const example = () => ({ ...bodyExample(bordereaux), agent_id });

test('all the cash there is goes into a bordereau, which is received once', async () => {
  expect((await talk.call('bordereaux_create', { body: example() })).status).toBe(409);
  await take();
  const row = await make(talk, bordereaux, example());
  await readAndSendBack(talk, bordereaux, row.id);
  await refuseWrites(talk, bordereaux, row, example());
  await carryOut(talk, bordereaux, 'receptionner', row.id);
  expect((await ask(talk, bordereaux, 'receptionner', row.id)).status).toBe(409);
  expect((await ask(talk, bordereaux, 'annuler', row.id)).status).toBe(409);
});

test('a bordereau with a mistake is annulled, with its reason', async () => {
  await take();
  const { id } = await makeInBatch(talk, bordereaux, example());
  await carryOut(talk, bordereaux, 'annuler', id);
  expect((await ask(talk, bordereaux, 'annuler', id)).status).toBe(409);
});

test('the commission of what was remitted is paid once', async () => {
  const list = await talk.call<{ results: [Row] }>('commissions_list', { query: '?statut=payable' });
  const [{ id }] = list.body.results;
  await carryOut(talk, commissions, 'payer', id);
  expect((await ask(talk, commissions, 'payer', id)).status).toBe(409);
  await readAndSendBack(talk, commissions, id);
});

test('every operation that writes has succeeded', () => allWritten(talk, 'bordereaux.test.ts'));
