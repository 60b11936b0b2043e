import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Send, type TestApi, testApi } from '../api.ts';

let api: TestApi;
let paul: Send;
let mireille: Send;

beforeAll(async () => {
  api = await testApi();
  paul = await api.as(api.people.paul);
  mireille = await api.as(api.people.mireille);
});
afterAll(() => api.close());

interface Problem {
  status: number;
  code: string;
  message: string;
  errors: Record<string, string[]>;
}

const rowsIn = async (table: string) =>
  (await api.db.rows<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n;

describe('a client', () => {
  const NUL = String.fromCharCode(0);
  test.each([
    [{}, 'nom'],
    [{ nom: '' }, 'nom'],
    [{ nom: '   ' }, 'nom'],
    [{ nom: null }, 'nom'],
    [{ nom: 5 }, 'nom'],
    [{ nom: ['x'] }, 'nom'],
    [{ nom: 'x'.repeat(121) }, 'nom'],
    [{ nom: `a${NUL}b` }, 'nom'],
    [{ nom: 'A', telephone: '12' }, 'telephone'],
    [{ nom: 'A', telephone: '+33612345678' }, 'telephone'],
    [{ nom: 'A', telephone: 612345678 }, 'telephone'],
    [{ nom: 'A', telephone: '9'.repeat(5000) }, 'telephone'],
    [{ nom: 'A', email: 'pas-une-adresse' }, 'email'],
    [{ nom: 'A', email: `${'a'.repeat(300)}@b.cg` }, 'email'],
    [{ nom: 'A', date_naissance: '31/12/1980' }, 'date_naissance'],
    [{ nom: 'A', date_naissance: '1981-02-29' }, 'date_naissance'],
    [{ nom: 'A', date_naissance: '2999-01-01' }, 'date_naissance'],
    [{ nom: 'A', date_naissance: '1800-01-01' }, 'date_naissance'],
    [{ nom: 'A', categorie: 'Particulier' }, 'categorie'],
    [{ nom: 'A', succursale_id: 'DLA' }, 'succursale_id'],
    [{ nom: 'A', succursale_id: 1.5 }, 'succursale_id'],
    [{ nom: 'A', succursale_id: -1 }, 'succursale_id'],
    [{ nom: 'A', succursale_id: 999999 }, 'succursale_id'],
    [{ nom: 'A', couleur: 'rouge' }, 'couleur'],
    [{ nom: 'A', id: 7 }, 'id'],
    [{ nom: 'A', cree_le: '2020-01-01T00:00:00Z' }, 'cree_le'],
    [{ nom: 'A', recherche: 'x' }, 'recherche'],
  ])('%j is a 400 that names %s, and nothing is written', async (body, field) => {
    const before = await rowsIn('clients');
    const { status, headers, body: problem } = await paul<Problem>('POST', '/clients', body);
    expect(status).toBe(400);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(Object.keys(problem.errors)).toContain(field);
    expect(problem.errors[field]?.[0]).toMatch(/\.$/);
    expect(await rowsIn('clients')).toBe(before);
  });

  test('named __proto__ or constructor is just an unknown field', async () => {
    const { status, text } = await paul('POST', '/clients', '{"nom":"A","__proto__":{"x":1},"constructor":1}');
    expect(status).toBe(400);
    expect(text).toContain('constructor');
  });

  test('of another succursale cannot be written to, named, moved to or filtered into being', async () => {
    const { body: theirs } = await mireille('POST', '/clients', {
      nom: 'DE YAOUNDE',
      telephone: '+237699999999',
      succursale_id: api.people.yaounde,
    });
    expect(
      (await paul<Problem>('POST', '/clients', { nom: 'A', succursale_id: api.people.yaounde })).body.errors,
    ).toHaveProperty('succursale_id');
    const { body: mine } = await paul('POST', '/clients', { nom: 'DE DOUALA' });
    expect(
      (await paul<Problem>('PATCH', `/clients/${mine.id}`, { succursale_id: api.people.yaounde })).body.errors,
    ).toHaveProperty('succursale_id');
    expect((await paul('PATCH', `/clients/${theirs.id}`, { nom: 'VOLE' })).status).toBe(404);
    const same = await paul('POST', '/clients', { nom: 'MEME NUMERO', telephone: '+237699999999' });
    expect(same.status).toBe(201);
    expect(
      (
        await mireille<Problem>('POST', '/clients', {
          nom: 'DOUBLON',
          telephone: '+237699999999',
          succursale_id: api.people.siege,
        })
      ).status,
    ).toBe(409);
  });
});

test.each([
  [-1, 'negative'],
  [10.555, 'three decimals'],
  [1e20, 'too large'],
  ['1000', 'a text'],
] as [string | number, string][])('a commission of %s is refused (%s)', async (taux_commission) => {
  const { body } = await mireille('POST', '/agents', {
    nom: 'A',
    telephone: '+242055550001',
    succursale_id: api.people.douala,
  });
  const answer = await mireille<Problem>('PATCH', `/agents/${body.id}`, { taux_commission });
  expect(answer.status).toBe(400);
  expect(answer.body.errors).toHaveProperty('taux_commission');
});

describe('a body', () => {
  test.each([
    ['{"nom":', 400],
    ['', 400],
    ['null', 400],
    ['"texte"', 400],
    ['[]', 400],
    ['[1]', 400],
    ['{"nom":"\\ud800"}', 400],
  ])('%s is refused', async (text, status) => {
    expect((await paul('POST', '/clients', text)).status).toBe(status);
  });

  test('of ten megabytes is 413, one that is no JSON 415', async () => {
    expect((await paul('POST', '/clients', { nom: 'x'.repeat(10_000_000) })).status).toBe(413);
    expect(
      (await paul('POST', '/clients', 'nom=A', { 'content-type': 'application/x-www-form-urlencoded' })).status,
    ).toBe(415);
    expect((await paul('POST', '/clients', '{"nom":"A"}', { 'content-type': 'text/plain' })).status).toBe(415);
  });

  test('in a batch is all or nothing, and names the element', async () => {
    const before = await rowsIn('clients');
    const answer = await paul<Problem>('POST', '/clients', [{ nom: 'UN' }, { nom: 'DEUX', telephone: 'x' }]);
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toHaveProperty(['1.telephone']);
    expect(await rowsIn('clients')).toBe(before);
    const made = await paul<object[]>('POST', '/clients', [{ nom: 'UN' }, { nom: 'DEUX' }]);
    expect(made.status).toBe(201);
    expect(made.body).toHaveLength(2);
    expect(
      (
        await paul(
          'POST',
          '/clients',
          Array.from({ length: 101 }, () => ({ nom: 'X' })),
        )
      ).status,
    ).toBe(400);
  });
});

describe('an action', () => {
  test('asks why, and refuses what it does not know', async () => {
    const { body: made } = await paul('POST', '/agents', { nom: 'A', telephone: '+242055550009' });
    const act = (name: string, body?: unknown) => paul<Problem>('POST', `/agents/${made.id}/${name}`, body);
    expect((await act('suspendre')).body.errors).toEqual({ motif: ['Ce champ est obligatoire.'] });
    expect((await act('suspendre', { motif: 'ab' })).body.errors).toHaveProperty('motif');
    expect((await act('suspendre', { motif: 'assez long', autre: 1 })).body.errors).toHaveProperty('autre');
    expect((await act('exploser', {})).status).toBe(404);
    expect((await act('reactiver')).body.message).toBe('Cet agent est déjà actif.');
    expect((await act('constater-depart', { motif: 'retraite' })).status).toBe(403);
  });
});

test('errors speak English to those who ask for it', async () => {
  const { headers, body } = await paul<Problem>(
    'POST',
    '/clients',
    { nom: '' },
    { 'accept-language': 'en-GB,en;q=0.9,fr;q=0.5' },
  );
  expect(headers.get('content-language')).toBe('en');
  expect(body.errors).toEqual({ nom: ['This field is required.'] });
});

test('an unknown path is a 404, and a malformed address a 400', async () => {
  expect((await mireille('GET', '/licornes')).status).toBe(404);
  expect((await mireille('GET', '/clients/%E0%A4%A')).status).toBe(400);
});
