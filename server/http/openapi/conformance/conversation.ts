import { expect } from 'vitest';
import { type Send, type TestApi, testApi } from '../../../../tests/api.ts';
import type { Cast } from '../../../../tests/cast.ts';
import { resources } from '../../../features.ts';
import { openapiDocument } from '../document.ts';
import type { Method, Schema } from '../types.ts';
import { answerCheck } from './check-answer.ts';

export const document = openapiDocument(resources, { url: '/api/v1', version: '1', langue: 'fr' });
const mistakesIn = answerCheck(document);

export const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({
    path,
    method: method as Method,
    operation,
    id: operation.operationId,
  })),
);

export interface Asked {
  id?: number;
  query?: string;
  body?: unknown;
  headers?: Record<string, string>;
  as?: Send;
}

type Person = { [Name in keyof Cast]: Cast[Name] extends number ? never : Name }[keyof Cast];

/** Talks to the live API as the document describes it, as Mireille unless told otherwise; for tests. */
export async function openConversation() {
  const api: TestApi = await testApi();
  const signedIn = new Map<Person, Promise<Send>>();
  /** Somebody of the cast, signed in once. */
  const as = (person: Person): Promise<Send> => {
    const known = signedIn.get(person) ?? api.as(api.people[person]);
    signedIn.set(person, known);
    return known;
  };
  const mireille = await as('mireille');
  /** A row of each resource, to read and refer to. */
  const ids: Record<string, number> = { succursales: api.people.douala, utilisateurs: api.people.paul.id };
  for (const { name } of resources) {
    const [row] = (await mireille<{ results: { id: number }[] }>('GET', `/${name}?page_size=1`)).body.results;
    if (row) ids[name] ??= row.id;
  }
  const succeeded = new Set<string>();

  /** Calls an operation; its answer must be one that the document foresees. */
  async function call<T = Record<string, unknown>>(
    operationId: string,
    { id, query = '', body, headers, as: send = mireille }: Asked = {},
  ) {
    const found = operations.find((each) => each.id === operationId);
    if (!found) throw new Error(`there is no operation ${operationId}`);
    const path = found.path.replace('{id}', String(id ?? ids[found.path.split('/')[1] as string]));
    const answer = await send<T>(found.method.toUpperCase(), `${path}${query}`, body, headers);
    const came = { ...answer, body: answer.text === '' ? undefined : (answer.body ?? answer.text) };
    expect(mistakesIn(found.operation, came), `${path}${query} ${answer.text.slice(0, 300)}`).toEqual([]);
    if (answer.status < 300) succeeded.add(operationId);
    return answer;
  }

  return { api, ids, as, call, succeeded, close: api.close };
}

export type Conversation = Awaited<ReturnType<typeof openConversation>>;

/** The fields that a row has when nothing narrows it. */
export function wholeRow(schema: string): string[] {
  const { properties = {} } = document.components.schemas[schema] as { properties?: Record<string, Schema> };
  return Object.keys(properties)
    .filter((name) => name !== 'actions')
    .sort();
}
