import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Send } from '../../../tests/api.ts';
import { resources } from '../../features.ts';
import { openapiDocument } from '../openapi/document.ts';
import { type Borne, JEAN, openBorne } from './borne.fixture.ts';

let borne: Borne;
let jean: Send;
let mireille: Send;
beforeAll(async () => {
  borne = await openBorne();
  jean = await borne.as(JEAN);
  mireille = await borne.api.as(borne.api.people.mireille);
});
afterAll(() => borne.close());

const document = openapiDocument(resources, { url: '/api/v1', version: '1', langue: 'fr' });
const all = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({
    route: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path,
    forClients: (operation.security ?? []).some((way: object) => 'borne' in way),
    open: operation.security?.some((way: object) => Object.keys(way).length === 0) || operation.security?.length === 0,
  })),
);
/** What the document says a client’s token opens, by a police. */
const byPolice = all.filter(({ forClients, path }) => forClients && /^\/(clients|contrats)\//.test(path));
const staffOnly = all.filter(({ forClients, open }) => !forClients && !open);

/** A body that every route would read as far as it goes. */
const body = (method: string) => (method === 'GET' ? undefined : {});
const ask = (send: Send, { method, path }: (typeof all)[number], police: string) =>
  send(method, path.replace(/\{(police|id)\}/, police).replace(/\{\w+\}/g, '1'), body(method));

test('there are routes to try', () => {
  expect(byPolice.length).toBeGreaterThan(15);
  expect(staffOnly.length).toBeGreaterThan(100);
});

describe.each(byPolice.map((each) => [each.route, each] as const))('%s', (_, route) => {
  test('answers a police of another client like one that does not exist, byte by byte', async () => {
    const [other, none] = [await ask(jean, route, 'POL003'), await ask(jean, route, 'POL999')];
    const bytes = ({ status, text }: typeof other) => [status, text.replaceAll(/POL003|POL999/g, 'POL')];
    expect(other.status).toBe(404);
    expect(bytes(other)).toEqual(bytes(none));
    expect(other.headers.get('cache-control')).toBe('no-store');
  });

  test('does not answer a police of theirs like that', async () => {
    const own = await ask(jean, route, 'POL001');
    // A row below the police that is not there: this too is told, but as what it is.
    const ofARow = /\{(beneficiaire|numero)\}/.test(route.path);
    expect(own.status, own.text).not.toBe(ofARow ? 200 : 404);
    expect(own.status).toBeLessThan(500);
  });

  test('opens to no member of staff, and to nobody', async () => {
    const staff = await ask(mireille, route, 'POL001');
    expect([401, 404, 405], staff.text).toContain(staff.status);
    expect((await ask(borne.api.anonymous, route, 'POL001')).status).toBe(401);
  });
});

test('a client’s token opens nothing of the staff', async () => {
  const opened: string[] = [];
  for (const route of staffOnly) {
    const { status } = await ask(jean, route, '1');
    if (![401, 404].includes(status)) opened.push(`${route.route}: ${status}`);
  }
  expect(opened).toEqual([]);
  expect((await jean('GET', '/auth/user')).status).toBe(401);
});

test.each([
  ['POST', '/borne/codes', { but: 'sinistre' }],
  ['POST', '/borne/souscriptions', {}],
])('a token of the staff does not open %s %s', async (method, path, sent) => {
  expect((await mireille(method, path, sent)).status).toBe(401);
});

test('with numbers in place of polices, the staff’s rows stay the staff’s', async () => {
  const list = await mireille<{ results: { id: number }[] }>('GET', '/contrats?police=POL003');
  const id = list.body.results[0]?.id;
  expect((await mireille('GET', `/contrats/${id}`)).status).toBe(200);
  expect((await jean('GET', `/contrats/${id}`)).status).toBe(404);
  expect((await jean('GET', `/clients/${borne.jean}`)).status).toBe(401);
});
