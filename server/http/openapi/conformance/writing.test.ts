import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Resource, resourceOf } from '../../../core/resource.ts';
import { produits } from '../../../features/assurance/produits/resource.ts';
import { resources } from '../../../features.ts';
import { bodyExample, inputExampleOf } from '../examples.ts';
import { type Conversation, openConversation, operations, wholeRow } from './conversation.ts';
import { cashier } from './remitted.fixture.ts';

let talk: Conversation;
/** Cash that a bordereau can be made of; a new one takes all there is. */
let takeCash: () => Promise<number>;
beforeAll(async () => {
  talk = await openConversation();
  const send = await talk.api.as(talk.api.people.mireille);
  const succursale_id = talk.api.people.douala;
  const client = await send<{ id: number }>('POST', '/clients', { nom: 'MAKOSSO', succursale_id });
  const produit = await send<{ id: number }>('POST', '/produits', { ...bodyExample(produits), code: 'CAISSE' });
  const sold = { clients: client.body.id, produits: produit.body.id, succursale_id };
  const { agent_id, take } = await cashier(send, sold);
  Object.assign(talk.ids, { agents: agent_id, produits: sold.produits });
  takeCash = take;
  await take('virement');
});
afterAll(() => talk.close());

type Row = Record<string, unknown> & { id: number; revision: number };

/** The document's own example, with rows that exist in place of its references. */
function exampleBody(resource: Resource): Record<string, unknown> {
  const body = bodyExample(resource);
  for (const field of resource.fields.values()) {
    if (field.kind === 'reference' && body[field.name] != null)
      body[field.name] = talk.ids[resourceOf(field.target?.()).name];
  }
  return body;
}

/** The same once more, where two rows may not be alike. */
function another(resource: Resource): Record<string, unknown> {
  const body = exampleBody(resource);
  for (const { name, unique, kind, optional, target, readOnly } of resource.fields.values()) {
    if (kind === 'reference' && optional && resourceOf(target?.()) !== resource) delete body[name];
    if (unique && !readOnly) body[name] = kind === 'phone' ? '+242069998877' : `2${body[name]}`;
  }
  // The same file counts once.
  if (resource.name === 'releves') body.contenu = String(body.contenu).replace(',25000,', ',25500,');
  return body;
}

/** What must happen before a row can be made. */
const first: Record<string, () => Promise<unknown>> = { bordereaux: () => takeCash() };

/** Makes a row, or several at once. */
async function create<T>({ name }: Resource, body: unknown) {
  await first[name]?.();
  return talk.call<T>(`${name}_create`, { body });
}

/** What no one deletes: it ends by an action. */
const kept = ['souscriptions', 'releves', 'bordereaux'];

const written = resources.filter(({ readOnly }) => !readOnly);

describe.each(written.map((resource) => [resource.name, resource] as const))('%s', (name, resource) => {
  let row: Row;
  let second: Row;

  test('its example can be sent as it is, alone and in a batch', async () => {
    const made = await create<Row>(resource, exampleBody(resource));
    expect(made.status, made.text).toBe(201);
    row = made.body;
    talk.ids[name] ??= row.id;
    expect(made.headers.get('location')).toBe(`/api/v1/${name}/${row.id}`);
    expect(Object.keys(row).sort()).toEqual(wholeRow(resource.entity.name));
    const batch = await create<[Row]>(resource, [another(resource)]);
    expect(batch.status, batch.text).toBe(201);
    [second] = batch.body;
  });

  test('it is read, and sent back whole', async () => {
    const read = await talk.call(`${name}_retrieve`, { id: row.id });
    expect(Object.keys(read.body).sort()).toEqual([...wholeRow(resource.entity.name), 'actions'].sort());
    const headers = { 'if-match': read.headers.get('etag') ?? '' };
    expect((await talk.call(`${name}_update`, { id: row.id, body: read.body, headers })).status).toBe(200);
    expect((await talk.call(`${name}_partial_update`, { id: row.id, body: {} })).status).toBe(200);
  });

  test('a stale, wrong or empty write, and one without the right are answered as foreseen', async () => {
    const headers = { 'if-match': '"999"' };
    expect((await talk.call(`${name}_update`, { id: row.id, body: row, headers })).status).toBe(412);
    expect((await talk.call(`${name}_partial_update`, { id: row.id, body: {}, headers })).status).toBe(412);
    expect((await talk.call(`${name}_delete`, { id: row.id, headers })).status).toBe(412);
    expect((await talk.call(`${name}_partial_update`, { id: row.id, body: { inconnu: 1 } })).status).toBe(400);
    for (const body of ['{', {}, []]) expect((await talk.call(`${name}_create`, { body })).status).toBe(400);
    expect((await talk.call(`${name}_create`, { body: 'x', headers: { 'content-type': 'text/plain' } })).status).toBe(
      415,
    );
    expect((await talk.call(`${name}_create`, { body: `{"x":"${'x'.repeat(1_100_000)}"}` })).status).toBe(413);
    const esther = await talk.api.as(talk.api.people.esther);
    expect((await talk.call(`${name}_create`, { body: exampleBody(resource), as: esther })).status).toBe(403);
    expect((await talk.call(`${name}_delete`, { id: row.id, as: esther })).status).toBe(403);
    expect(
      (await talk.call(`${name}_create`, { body: {}, headers: { 'idempotency-key': 'x'.repeat(201) } })).status,
    ).toBe(422);
  });

  test('its history, and its end, undone where it can be', async () => {
    const { body } = await talk.call<{ results: unknown[] }>(`${name}_historique`, { id: row.id });
    expect(body.results.length).toBeGreaterThan(0);
    const gone = await talk.call(`${name}_delete`, { id: second.id });
    expect(gone.status, gone.text).toBe(kept.includes(name) ? 409 : 204);
    if (kept.includes(name)) return;
    if (resource.restorable) {
      expect((await talk.call(`${name}_restaurer`, { id: second.id })).status).toBe(200);
      expect((await talk.call(`${name}_restaurer`, { id: second.id })).status).toBe(404);
      expect((await talk.call(`${name}_delete`, { id: second.id })).status).toBe(204);
      expect((await talk.call(`${name}_destruction`, { id: second.id })).status).toBe(204);
    }
    expect((await talk.call(`${name}_delete`, { id: second.id })).status).toBe(404);
  });
});

const operationOf = ({ name }: Resource, action: string) => `${name}_${action.replaceAll('-', '_')}`;

/** What must be done to a new row before an action is possible. */
const before: Record<string, string[]> = {
  'souscriptions.suspendre': ['encaisser'],
  'souscriptions.reactiver': ['encaisser', 'suspendre'],
  'souscriptions.resilier': ['encaisser'],
};

/** Where the rows are on which an action is possible, if not the latest of all. */
const among: Record<string, string> = { 'commissions.payer': '&statut=payable' };

/** A row on which the action is possible: the latest, or a new one that is brought there. */
async function readyFor(resource: Resource, action: string): Promise<number> {
  const { name, readOnly } = resource;
  const query = `?ordering=-id${among[`${name}.${action}`] ?? ''}`;
  const { results } = (await talk.call<{ results: Row[] }>(`${name}_list`, { query })).body;
  const id = results[0]?.id ?? 0;
  const possible = (await talk.call<{ actions: string[] }>(`${name}_retrieve`, { id })).body.actions;
  if (readOnly || possible.includes(action)) return id;
  const made = await create<Row>(resource, another(resource));
  for (const first of before[`${name}.${action}`] ?? []) {
    const { required } = z.toJSONSchema(resource.actions.find((each) => each.name === first)?.input as z.ZodObject);
    const body = Object.fromEntries((required ?? []).map((each) => [each, inputExampleOf(resource, first, each)]));
    const done = await talk.call(operationOf(resource, first), { id: made.body.id, body });
    expect(done.status, done.text).toBe(200);
  }
  return made.body.id;
}

test('each action takes the example of its form, and says why when it is not possible', async () => {
  const esther = await talk.api.as(talk.api.people.esther);
  for (const resource of resources) {
    for (const { name, input } of resource.actions) {
      const body = Object.fromEntries(
        Object.keys(input.shape).map((each) => [each, inputExampleOf(resource, name, each)]),
      );
      const id = await readyFor(resource, name);
      const operationId = operationOf(resource, name);
      expect((await talk.call(operationId, { id, body, headers: { 'if-match': '"999"' } })).status).toBe(412);
      const done = await talk.call(operationId, { id, body });
      expect(done.status, done.text).toBe(200);
      expect([200, 409]).toContain((await talk.call(operationId, { id, body })).status);
      expect((await talk.call(operationId, { id, body: { ...body, inconnu: 1 } })).status).toBe(400);
      expect((await talk.call(operationId, { id: 999_999_999, body })).status).toBe(404);
      expect((await talk.call(operationId, { id, body, as: esther })).status).toBe(403);
    }
  }
});

test('what others depend on is not deleted, and a key is not used for two things', async () => {
  expect((await talk.call('succursales_delete', { id: talk.api.people.douala })).status).toBe(409);
  const headers = { 'idempotency-key': 'une-seule-fois' };
  const body = { nom: 'NGOUABI', prenom: 'Pierre', succursale_id: talk.ids.succursales };
  expect((await talk.call('clients_create', { body, headers })).status).toBe(201);
  expect((await talk.call('clients_create', { body: { ...body, nom: 'AUTRE' }, headers })).status).toBe(422);
});

test('every operation that writes has succeeded', () => {
  const writing = operations.filter(
    ({ method, path, operation }) =>
      method !== 'get' && !/^\/(auth|ussd|chatbot|rappels)\//.test(path) && !operation.tags.includes('borne'),
  );
  const missing = writing.map(({ id }) => id).filter((id) => !talk.succeeded.has(id));
  expect(missing).toEqual(kept.map((name) => `${name}_delete`));
});
