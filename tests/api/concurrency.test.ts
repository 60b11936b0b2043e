import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Send, type TestApi, testApi } from '../api.ts';

let api: TestApi;
let paul: Send;

beforeAll(async () => {
  api = await testApi();
  paul = await api.as(api.people.paul);
});
afterAll(() => api.close());

describe('a stale write', () => {
  test.each([
    ['If-Match', {}, { 'if-match': '"1"' }],
    ['the body', { revision: 1 }, {}],
  ])(
    'with the revision in %s is 412, brings the row as it stands, and overwrites nothing',
    async (_, revision, headers) => {
      const { body: made } = await paul('POST', '/clients', { nom: 'AVANT' });
      await paul('PATCH', `/clients/${made.id}`, { nom: 'ENTRE-TEMPS' }, { 'if-match': '"1"' });
      const { status, body } = await paul<{ code: string; current: object }>(
        'PATCH',
        `/clients/${made.id}`,
        { nom: 'TROP TARD', ...revision },
        headers as Record<string, string>,
      );
      expect(status).toBe(412);
      expect(body).toMatchObject({ code: 'perime', current: { nom: 'ENTRE-TEMPS', revision: 2 } });
      expect((await paul('GET', `/clients/${made.id}`)).body.nom).toBe('ENTRE-TEMPS');
    },
  );

  test('may not delete or act either', async () => {
    const { body: made } = await paul('POST', '/agents', { nom: 'A', telephone: '+242055550010' });
    await paul('PATCH', `/agents/${made.id}`, { nom: 'B' });
    expect(
      (await paul('POST', `/agents/${made.id}/suspendre`, { motif: 'raison' }, { 'if-match': '"1"' })).status,
    ).toBe(412);
    const { body: client } = await paul('POST', '/clients', { nom: 'A' });
    await paul('PATCH', `/clients/${client.id}`, { nom: 'B' });
    expect((await paul('DELETE', `/clients/${client.id}`, undefined, { 'if-match': '"1"' })).status).toBe(412);
  });

  test('asks for no check with *', async () => {
    const { body: made } = await paul('POST', '/clients', { nom: 'AVANT' });
    expect(
      (await paul('PATCH', `/clients/${made.id}`, { nom: 'APRES', revision: 9 }, { 'if-match': '*' })).status,
    ).toBe(200);
  });

  test('with an If-Match that is no revision is 400', async () => {
    const { body: made } = await paul('POST', '/clients', { nom: 'AVANT' });
    expect((await paul('PATCH', `/clients/${made.id}`, { nom: 'X' }, { 'if-match': '"abc"' })).status).toBe(400);
  });
});

test('of twenty writers of the same revision one wins', async () => {
  const { body: made } = await paul('POST', '/clients', { nom: 'COURSE' });
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) => paul('PATCH', `/clients/${made.id}`, { nom: `N${i}` }, { 'if-match': '"1"' })),
  );
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses).toEqual([200, ...Array(19).fill(412)]);
});

test('of ten people with the same telephone at once one is created', async () => {
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, i) => paul('POST', '/clients', { nom: `JUMEAU ${i}`, telephone: '+237677000001' })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(409)]);
});

test('of ten people with the same telephone at once in two succursales one is created by whoever reaches both', async () => {
  const mireille = await api.as(api.people.mireille);
  const places = [api.people.douala, api.people.yaounde];
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      mireille('POST', '/clients', { nom: 'A', telephone: '+237677000002', succursale_id: places[i % 2] }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(409)]);
});

test('a hundred agents at once get a hundred numbers without gap or double', async () => {
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, i) =>
      paul('POST', '/agents', { nom: `EN MASSE ${i}`, telephone: `+2376770${String(i).padStart(5, '0')}` }),
    ),
  );
  const numbers = answers.map(({ body }) => Number(String(body.matricule).slice(3))).sort((a, b) => a - b);
  expect(new Set(numbers).size).toBe(100);
  expect((numbers.at(-1) ?? 0) - (numbers[0] ?? 0)).toBe(99);
});

describe('an Idempotency-Key', () => {
  test('sent ten times at once has one effect, and every answer that is given is the same', async () => {
    const send = () => paul('POST', '/clients', { nom: 'UNE FOIS' }, { 'idempotency-key': 'une-fois' });
    const answers = await Promise.all(Array.from({ length: 10 }, send));
    const again = await send();
    const made = [...answers, again].filter(({ status }) => status === 201);
    expect(new Set(made.map(({ text }) => text)).size).toBe(1);
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect(await api.db.rows(`select from clients where nom = 'UNE FOIS'`)).toHaveLength(1);
  });

  test('with another body is 422, by another person something else', async () => {
    const key = { 'idempotency-key': 'partagee' };
    await paul('POST', '/clients', { nom: 'PREMIER' }, key);
    expect((await paul('POST', '/clients', { nom: 'SECOND' }, key)).status).toBe(422);
    const chantal = await api.as(api.people.chantal);
    expect((await chantal('POST', '/clients', { nom: 'A YAOUNDE' }, key)).body.nom).toBe('A YAOUNDE');
  });

  test('of a refused request may be tried again', async () => {
    const key = { 'idempotency-key': 'corrigee' };
    expect((await paul('POST', '/clients', { nom: '' }, key)).status).toBe(400);
    expect((await paul('POST', '/clients', { nom: 'CORRIGE' }, key)).status).toBe(201);
  });

  test('gives its answer only while its sender has the right', async () => {
    const mireille = await api.as(api.people.mireille);
    const account = `/utilisateurs/${api.people.paul.id}`;
    const send = async () =>
      (await api.as(api.people.paul))('POST', '/clients', { nom: 'AVANT' }, { 'idempotency-key': 'droit-retire' });
    expect((await send()).status).toBe(201);
    await mireille('PATCH', account, { droits: { clients: { creer: false } } });
    expect((await send()).status).toBe(403);
    await mireille('PATCH', account, { droits: {} });
    expect((await send()).status).toBe(201);
  });

  test('guards actions and batches too', async () => {
    const { body: made } = await paul('POST', '/agents', { nom: 'ACTION', telephone: '+242055550020' });
    const act = () =>
      paul('POST', `/agents/${made.id}/suspendre`, { motif: 'deux clics' }, { 'idempotency-key': 'deux-clics' });
    const [first, second] = [await act(), await act()];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.text).toBe(first.text);
  });
});

test('of two succursales that are hung below each other at once one stays where it was', async () => {
  const mireille = await api.as(api.people.mireille);
  const branch = async (code: string) => {
    const place = { nom: code, ville: 'X', pays: 'CG', parent_id: api.people.siege };
    return Number((await mireille('POST', '/succursales', { code, ...place })).body.id);
  };
  for (let round = 0; round < 5; round++) {
    const [left, right] = [await branch(`G${round}`), await branch(`D${round}`)];
    const [below, under] = [await branch(`GG${round}`), await branch(`DD${round}`)];
    await mireille('PATCH', `/succursales/${below}`, { parent_id: left });
    await mireille('PATCH', `/succursales/${under}`, { parent_id: right });
    const answers = await Promise.all([
      mireille('PATCH', `/succursales/${left}`, { parent_id: under }),
      mireille('PATCH', `/succursales/${right}`, { parent_id: below }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  }
});
