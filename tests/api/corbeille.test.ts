import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Send, type TestApi, testApi } from '../api.ts';

let api: TestApi;
let paul: Send;
let mireille: Send;
let chantal: Send;

beforeAll(async () => {
  api = await testApi();
  paul = await api.as(api.people.paul);
  mireille = await api.as(api.people.mireille);
  chantal = await api.as(api.people.chantal);
});
afterAll(() => api.close());

/** The path of a client of Douala that Paul has deleted. */
async function deleted(nom: string): Promise<string> {
  const { body } = await paul('POST', '/clients', { nom });
  await paul('DELETE', `/clients/${body.id}`);
  return `/clients/${body.id}`;
}

test('a deleted row tells what may still be done with it', async () => {
  const path = await deleted('ECARTE');
  expect((await paul('GET', `${path}?corbeille=1`)).body.actions).toEqual(['restaurer']);
  expect((await mireille('GET', `${path}?corbeille=1`)).body.actions).toEqual(['restaurer', 'detruire']);
});

test('a deleted row is out of reach for another succursale in every way', async () => {
  const path = await deleted('DE DOUALA');
  expect((await chantal('GET', `${path}?corbeille=1`)).status).toBe(404);
  expect((await chantal('POST', `${path}/restaurer`)).status).toBe(404);
  expect((await chantal('GET', '/clients?corbeille=1')).text).not.toContain('DE DOUALA');
  expect((await chantal('GET', '/clients/export?corbeille=1')).text).not.toContain('DE DOUALA');
  await mireille('PATCH', `/utilisateurs/${api.people.chantal.id}`, { droits: { clients: { detruire: true } } });
  expect((await chantal('DELETE', `${path}/destruction`)).status).toBe(404);
  await mireille('PATCH', `/utilisateurs/${api.people.chantal.id}`, { droits: {} });
});

test('a deleted row is neither brought back nor destroyed by whoever saw another revision of it', async () => {
  const path = await deleted('REVU');
  const stale = { 'if-match': '"1"' };
  const restored = await paul('POST', `${path}/restaurer`, undefined, stale);
  expect([restored.status, restored.body.current]).toEqual([
    412,
    expect.objectContaining({ nom: 'REVU', revision: 2 }),
  ]);
  expect((await mireille('DELETE', `${path}/destruction`, undefined, stale)).status).toBe(412);
  expect((await paul('POST', `${path}/restaurer`, undefined, { 'if-match': '"2"' })).status).toBe(200);
});
