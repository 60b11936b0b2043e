import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Send, type TestApi, testApi } from '../api.ts';

/** What nobody sends by mistake: each is refused by name, none is an unexpected error. */
let api: TestApi;
let paul: Send;

beforeAll(async () => {
  api = await testApi();
  paul = await api.as(api.people.paul);
});
afterAll(() => api.close());

interface Problem {
  errors: Record<string, string[]>;
}

describe.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
  'a name that every object has, %s,',
  (name) => {
    test('is unknown in a body, an action, a sign-in and an address alike', async () => {
      const { body: agent } = await paul('POST', '/agents', { nom: 'A', telephone: '+242055550001' });
      const answers = [
        await paul<Problem>('POST', '/clients', `{"nom":"A","${name}":1}`),
        await paul<Problem>('POST', `/agents/${agent.id}/suspendre`, `{"motif":"une raison","${name}":1}`),
        await api.anonymous<Problem>('POST', '/auth/login', `{"email":"a@b.cg","password":"x","${name}":1}`),
        await paul<Problem>('GET', `/clients?${name}=1`),
      ];
      for (const { status, body } of answers) {
        expect(status).toBe(400);
        expect(Object.keys(body.errors)).toEqual([name]);
      }
    });

    test('is neither true nor false', async () => {
      const { status, body } = await paul<Problem>('GET', `/clients?ville__isnull=${name}`);
      expect([status, Object.keys(body.errors ?? {})]).toEqual([400, ['ville__isnull']]);
    });
  },
);

test('a character that no text may hold is named where it stands', async () => {
  const NUL = '\\u0000';
  const { body: agent } = await paul('POST', '/agents', { nom: 'A', telephone: '+242055550002' });
  const motif = await paul<Problem>('POST', `/agents/${agent.id}/suspendre`, `{"motif":"une${NUL}raison"}`);
  const email = await api.anonymous<Problem>('POST', '/auth/login', `{"email":"a${NUL}@b.cg","password":"x"}`);
  const mireille = await api.as(api.people.mireille);
  const key = `{"nom":"a${NUL}","expire_le":"2026-12-31","motif":"une raison"}`;
  const nom = await mireille<Problem>('POST', `/utilisateurs/${api.people.paul.id}/emettre-cle`, key);
  const said = ['Ce texte contient un caractère interdit.'];
  expect([motif.body.errors, email.body.errors, nom.body.errors]).toEqual([
    { motif: said },
    { email: said },
    { nom: said },
  ]);
});

describe('a body nested two hundred thousand deep', () => {
  const deep = '['.repeat(200_000) + ']'.repeat(200_000);
  test.each([
    ['as a batch', 'POST', '/clients', deep],
    ['in a read-only field', 'PATCH', '/agents/1', `{"solde":${deep}}`],
    ['in a document', 'POST', '/roles', `{"droits":${deep}}`],
  ])('%s is 400', async (_, method, path, body) => {
    const { status, body: problem } = await paul(method, path, body, { 'idempotency-key': 'profond' });
    expect([status, problem.message]).toEqual([400, 'Le corps de la demande est trop imbriqué.']);
  });
});

test.each([
  ['cree_le__gte', '0000-01-01'],
  ['cree_le__gte', '0000-01-01T00:00:00Z'],
  ['cree_le__lte', '2026-01-01T00:00:00%2B23:59'],
  ['date_naissance__gte', '0000-01-01'],
])('%s=%s, which no calendar here has, is named', async (name, at) => {
  const { status, body } = await paul<Problem>('GET', `/clients?${name}=${at}`);
  expect([status, Object.keys(body.errors)]).toEqual([400, [name]]);
});

test('an order by the same field again and again is refused', async () => {
  const ordering = Array.from({ length: 300 }, () => 'nom').join(',');
  const key = JSON.stringify([`${ordering},id`, ...Array.from({ length: 300 }, () => 'A'), 1]);
  const cursor = Buffer.from(key).toString('base64url');
  const { status, body } = await paul<Problem>('GET', `/clients?ordering=${ordering}&cursor=${cursor}`);
  expect([status, Object.keys(body.errors)]).toEqual([400, ['ordering']]);
});

test('a walk by key goes on behind a long text', async () => {
  const notes = ['a', 'b', 'c'].map((letter) => letter.repeat(900));
  for (const text of notes) await paul('POST', '/clients', { nom: 'LONG', notes: text });
  let path: string | null = '/api/v1/clients?nom=LONG&ordering=notes&page_size=1&fields=notes&cursor=';
  const seen: string[] = [];
  while (path) {
    const { body }: { body: { next: string | null; results: { notes: string }[] } } = await paul('GET', path);
    seen.push(...body.results.map((row) => row.notes));
    path = body.next?.slice(api.origin.length) ?? null;
  }
  expect(seen).toEqual(notes);
});

test('a Host that is none is 400', async () => {
  const { access } = await api.signIn(api.people.paul.email);
  for (let i = 0; i < 2; i++) await paul('POST', '/clients', { nom: 'HOTE' });
  const status = await new Promise((resolve, reject) => {
    const headers = { host: 'a b', authorization: `Bearer ${access}` };
    request(`${api.origin}/api/v1/clients?page_size=1`, { headers }, ({ statusCode }) => resolve(statusCode))
      .on('error', reject)
      .end();
  });
  expect(status).toBe(400);
});

test('full-width signs search for themselves, not for anything', async () => {
  await paul('POST', '/clients', { nom: 'CENT ％ NATUREL' });
  for (const sign of ['％', '%']) {
    const { body } = await paul<{ results: { nom: string }[] }>('GET', `/clients?search=${encodeURIComponent(sign)}`);
    expect(body.results.map(({ nom }) => nom)).toEqual(['CENT ％ NATUREL']);
  }
  expect((await paul('GET', `/clients?search=${encodeURIComponent('＿')}`)).body.count).toBe(0);
});

test.each(['-'.repeat(36), 'a'.repeat(36)])('a refresh token that begins with %s is 401', async (famille) => {
  expect((await api.anonymous('POST', '/auth/refresh', { refresh: `${famille}.x` })).status).toBe(401);
});
