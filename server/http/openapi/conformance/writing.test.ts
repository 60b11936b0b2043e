import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Resource, resourceOf } from '../../../core/resource.ts';
import { resources } from '../../../features.ts';
import { bodyExample } from '../examples.ts';
import { type Conversation, openConversation } from './conversation.ts';
import { exportReports } from './rapports.fixture.ts';
import { sell } from './sold.fixture.ts';
import { ask, carryOut, make, makeInBatch, patchInstead, type Row, readAndSendBack, refuseWrites } from './steps.ts';
import { allWritten, toldElsewhere } from './told-elsewhere.ts';

let talk: Conversation;
beforeAll(async () => {
  talk = await openConversation();
  const send = await talk.as('mireille');
  const client = { nom: 'MAKOSSO', succursale_id: talk.api.people.douala };
  const { body } = await send<{ id: number }>('POST', '/clients', client);
  talk.ids.souscriptions = (await sell(send, body.id, 'VENDU')).souscriptions;
});
afterAll(() => talk.close());

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
  return body;
}

const here = resources.filter(({ name }) => !toldElsewhere[name]);
const written = here.filter(({ verbs }) => verbs.length > 0);

/** A row to write in: its example, or the first there is of what nobody makes. */
async function rowOf(resource: Resource): Promise<Row> {
  if (resource.verbs.includes('creer')) return make(talk, resource, exampleBody(resource));
  return (await talk.call<{ results: [Row] }>(`${resource.name}_list`)).body.results[0];
}

describe.each(written.map((resource) => [resource.name, resource] as const))('%s', (name, resource) => {
  let row: Row;
  let second: Row | undefined;

  test('its example can be sent as it is, alone and in a batch', async () => {
    row = await rowOf(resource);
    talk.ids[name] ??= row.id;
    if (resource.verbs.includes('creer')) second = await makeInBatch(talk, resource, another(resource));
  });

  test('it is read, and sent back whole', () => readAndSendBack(talk, resource, row.id));

  test('a stale, wrong or empty write, and one without the right are answered as foreseen', () =>
    refuseWrites(talk, resource, row, exampleBody(resource)));

  test('its history, and its end, undone where it can be', async () => {
    const { body } = await talk.call<{ results: unknown[] }>(`${name}_historique`, { id: row.id });
    expect(Array.isArray(body.results)).toBe(true);
    if (!second || !resource.verbs.includes('supprimer')) return;
    expect(body.results.length).toBeGreaterThan(0);
    const { id } = second;
    expect((await talk.call(`${name}_delete`, { id })).status).toBe(204);
    if (resource.restorable) {
      expect((await talk.call(`${name}_restaurer`, { id })).status).toBe(200);
      expect((await talk.call(`${name}_restaurer`, { id })).status).toBe(404);
      expect((await talk.call(`${name}_delete`, { id })).status).toBe(204);
      expect((await talk.call(`${name}_destruction`, { id })).status).toBe(204);
    }
    expect((await talk.call(`${name}_delete`, { id })).status).toBe(404);
  });
});

/** A row on which the action is possible: the latest, or a new one. */
async function readyFor(resource: Resource, action: string): Promise<number> {
  const { name, verbs } = resource;
  const { results } = (await talk.call<{ results: Row[] }>(`${name}_list`, { query: '?ordering=-id' })).body;
  const id = results[0]?.id ?? 0;
  const possible = (await talk.call<{ actions: string[] }>(`${name}_retrieve`, { id })).body.actions;
  if (!verbs.includes('creer') || possible.includes(action)) return id;
  return (await make(talk, resource, another(resource))).id;
}

test('each action takes the example of its form, and says why when it is not possible', async () => {
  for (const resource of here) {
    for (const { name, also } of resource.actions) {
      if (also) await patchInstead(talk, resource, name, await readyFor(resource, name));
      const id = await readyFor(resource, name);
      await carryOut(talk, resource, name, id);
      expect([200, 409]).toContain((await ask(talk, resource, name, id)).status);
    }
  }
});

test('a report is exported at once or beside, and an export thrown away', () => exportReports(talk));

test('what others depend on is not deleted, and a key is not used for two things', async () => {
  expect((await talk.call('succursales_delete', { id: talk.api.people.douala })).status).toBe(409);
  const headers = { 'idempotency-key': 'une-seule-fois' };
  const body = { nom: 'NGOUABI', prenom: 'Pierre', succursale_id: talk.ids.succursales };
  expect((await talk.call('clients_create', { body, headers })).status).toBe(201);
  expect((await talk.call('clients_create', { body: { ...body, nom: 'AUTRE' }, headers })).status).toBe(422);
});

test('every operation that writes has succeeded, here or in the file that is named for it', () => {
  allWritten(talk);
  for (const file of new Set(Object.values(toldElsewhere)))
    expect(readFileSync(path.join(import.meta.dirname, file), 'utf8')).toContain(`allWritten(talk, '${file}')`);
});
