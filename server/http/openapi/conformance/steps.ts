import { expect } from 'vitest';
import type { Send } from '../../../../tests/api.ts';
import type { Resource, Verb } from '../../../core/resource.ts';
import { inputExampleOf } from '../examples.ts';
import { type Conversation, wholeRow } from './conversation.ts';

/** What every resource does alike, step by step, each answer held against the document. */

export type Row = Record<string, unknown> & { id: number; revision: number };

const stale = { 'if-match': '"999"' };
const operationOf = ({ name }: Resource, action: string) => `${name}_${action.replaceAll('-', '_')}`;

/** A deletion, with a reason where rows behind a view end rather than disappear. */
export const removal = ({ behind }: Resource) => (behind ? { body: { motif: 'Demande du client au guichet' } } : {});

/** The form of an action as the document shows it. */
function formExample(resource: Resource, action: string): Record<string, unknown> {
  const found = resource.actions.find(({ name }) => name === action);
  if (!found) throw new Error(`${resource.name} has no action ${action}`);
  return Object.fromEntries(
    Object.keys(found.input.shape).map((input) => [input, inputExampleOf(resource, action, input)]),
  );
}

export async function make(talk: Conversation, resource: Resource, body: object): Promise<Row> {
  const { name, entity } = resource;
  const made = await talk.call<Row>(`${name}_create`, { body });
  expect(made.status, made.text).toBe(201);
  expect(made.headers.get('location')).toBe(`/api/v1/${name}/${made.body.id}`);
  expect(Object.keys(made.body).sort()).toEqual(wholeRow(entity.name));
  return made.body;
}

export async function makeInBatch(talk: Conversation, { name }: Resource, body: object): Promise<Row> {
  const batch = await talk.call<[Row]>(`${name}_create`, { body: [body] });
  expect(batch.status, batch.text).toBe(201);
  return batch.body[0];
}

/** Read, and where it may be changed, sent back whole and not at all. */
export async function readAndSendBack(talk: Conversation, { name, entity, verbs }: Resource, id: number) {
  const read = await talk.call(`${name}_retrieve`, { id });
  expect(Object.keys(read.body).sort()).toEqual([...wholeRow(entity.name), 'actions'].sort());
  if (!verbs.includes('modifier')) return;
  const headers = { 'if-match': read.headers.get('etag') ?? '' };
  expect((await talk.call(`${name}_update`, { id, body: read.body, headers })).status).toBe(200);
  expect((await talk.call(`${name}_partial_update`, { id, body: {} })).status).toBe(200);
}

/** Writes that are stale, wrong, empty or not allowed. @param body one that would make a row */
export async function refuseWrites(talk: Conversation, resource: Resource, row: Row, body: object) {
  const { name } = resource;
  const { id } = row;
  const refused = async (verb: string, status: number, asked: Parameters<Conversation['call']>[1]) => {
    const answer = await talk.call(`${name}_${verb}`, asked);
    expect(answer.status, `${name} ${verb} ${answer.text}`).toBe(status);
  };
  const as = await talk.as('esther');
  const of: Record<Verb, () => Promise<void>> = {
    async creer() {
      for (const wrong of ['{', {}, []]) await refused('create', 400, { body: wrong });
      await refused('create', 415, { body: 'x', headers: { 'content-type': 'text/plain' } });
      await refused('create', 413, { body: `{"x":"${'x'.repeat(1_100_000)}"}` });
      await refused('create', 403, { body, as });
      await refused('create', 422, { body: {}, headers: { 'idempotency-key': 'x'.repeat(201) } });
    },
    async modifier() {
      await refused('update', 412, { id, body: row, headers: stale });
      await refused('partial_update', 412, { id, body: {}, headers: stale });
      await refused('partial_update', 400, { id, body: { inconnu: 1 } });
      await refused('partial_update', 403, { id, body: {}, as });
    },
    async supprimer() {
      await refused('delete', 412, { id, headers: stale, ...removal(resource) });
      await refused('delete', 403, { id, as, ...removal(resource) });
    },
  };
  for (const verb of resource.verbs) await of[verb]();
}

/** The ways in which an action is not carried out, whatever the row is like. */
async function refuseAction(talk: Conversation, resource: Resource, action: string, id: number, body: object) {
  const operation = operationOf(resource, action);
  const as = await talk.as('esther');
  expect((await talk.call(operation, { id, body, headers: stale })).status).toBe(412);
  expect((await talk.call(operation, { id, body: { ...body, inconnu: 1 } })).status).toBe(400);
  expect((await talk.call(operation, { id: 999_999_999, body })).status).toBe(404);
  expect((await talk.call(operation, { id, body, as })).status).toBe(403);
}

interface Carried {
  /** What is to be said otherwise than in the document's example. */
  body?: object;
  as?: Send;
}

/** An action asked for as the document shows its form, whatever comes of it. */
export const ask = <T = Row>(
  talk: Conversation,
  resource: Resource,
  action: string,
  id: number,
  { body, as }: Carried = {},
) => talk.call<T>(operationOf(resource, action), { id, body: { ...formExample(resource, action), ...body }, as });

/** An action refused in every way that there is, then carried out as the document shows its form. */
export async function carryOut<T = Row>(
  talk: Conversation,
  resource: Resource,
  action: string,
  id: number,
  carried: Carried = {},
): Promise<T> {
  await refuseAction(talk, resource, action, id, { ...formExample(resource, action), ...carried.body });
  const done = await ask<T>(talk, resource, action, id, carried);
  expect(done.status, `${resource.name} ${action} ${done.text}`).toBe(200);
  return done.body;
}

/** The second method of an action, where it has one: it is answered as the first would be. */
export async function patchInstead(talk: Conversation, resource: Resource, action: string, id: number) {
  const operation = `${operationOf(resource, action)}_patch`;
  const as = await talk.as('esther');
  expect((await talk.call(operation, { id, body: {}, headers: stale })).status).toBe(412);
  expect((await talk.call(operation, { id: 999_999_999, body: {} })).status).toBe(404);
  expect((await talk.call(operation, { id, body: {}, as })).status).toBe(403);
  expect((await talk.call(operation, { id, body: formExample(resource, action) })).status).toBe(200);
  expect((await talk.call(operation, { id, body: formExample(resource, action) })).status).toBe(409);
}
