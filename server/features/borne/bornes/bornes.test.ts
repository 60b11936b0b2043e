import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Send, type TestApi, testApi } from '../../../../tests/api.ts';
import { makeBorne } from './factory.ts';

let api: TestApi;
let mireille: Send;
let ids: Record<'douala' | 'yaounde', number>;
beforeAll(async () => {
  api = await testApi();
  mireille = await api.as(api.people.mireille);
  const make = (nom: string, succursale_id: number) => makeBorne(api.guichet.database, { nom, succursale_id });
  ids = { douala: await make('Hall Akwa', api.people.douala), yaounde: await make('Hall Yaoundé', api.people.yaounde) };
});
afterAll(() => api.close());

interface Page {
  count: number;
  results: { nom: string; etat: string }[];
}
const named = async (send: Send, query = '') =>
  (await send<Page>('GET', `/bornes${query}`)).body.results.map(({ nom }) => nom);

describe('who may do what', () => {
  test('a branch manager reads the terminals of the branch, and nothing else', async () => {
    const paul = await api.as(api.people.paul);
    expect(await named(paul)).toEqual(['Hall Akwa']);
    expect((await paul('GET', `/bornes/${ids.yaounde}`)).status).toBe(404);
    expect((await paul<{ actions: string[] }>('GET', `/bornes/${ids.douala}`)).body.actions).toEqual([]);
    const body = { nom: 'Autre', succursale_id: api.people.douala };
    expect((await paul('POST', '/bornes', body)).status).toBe(403);
    for (const [method, path] of [
      ['PATCH', ''],
      ['DELETE', ''],
      ['POST', '/enroler'],
      ['POST', '/revoquer'],
    ] as const)
      expect((await paul(method, `/bornes/${ids.douala}${path}`, { motif: 'essai' })).status, path).toBe(403);
  });

  test('an agent sees none; an auditor reads them all', async () => {
    expect((await (await api.as(api.people.awa))('GET', '/bornes')).status).toBe(403);
    expect(await named(await api.as(api.people.esther))).toEqual(['Hall Akwa', 'Hall Yaoundé']);
  });

  test('an administrator does everything, but says nothing in the terminal’s place', async () => {
    const body = { nom: 'Essai', succursale_id: api.people.siege, emplacement: 'Étage' };
    const { id } = (await mireille<{ id: number }>('POST', '/bornes', body)).body;
    expect((await mireille('PATCH', `/bornes/${id}`, { emplacement: null })).status).toBe(200);
    for (const [name, value] of Object.entries({
      etat: 'en_service',
      imprimante: 'prete',
      version: '9',
      dernier_contact: '2026-01-01',
      empreinte: 'a'.repeat(64),
    }))
      expect((await mireille('PATCH', `/bornes/${id}`, { [name]: value })).status, name).toBe(400);
    expect((await mireille('POST', '/bornes', { ...body, nom: 'Hall Akwa' })).status).toBe(409);
    expect((await mireille('DELETE', `/bornes/${id}`)).status).toBe(204);
  });
});

describe('the state', () => {
  const set = (id: number, text: string) => api.db.rows(`update bornes set ${text} where id = $1`, [id]);
  const digest = (sign: string) => sign.repeat(64);
  const heard = (sign: string, ago: string) =>
    `empreinte = '${digest(sign)}', enrolee_le = now(), revoquee_le = null, dernier_contact = now() - interval '${ago}'`;

  test.each([
    ['en_service', heard('a', '4 minutes 55 seconds'), 'a_enroler'],
    ['muette', heard('a', '5 minutes 5 seconds'), 'en_service'],
    ['revoquee', 'empreinte = null, revoquee_le = now()', 'muette'],
    ['a_enroler', 'empreinte = null, revoquee_le = null', 'revoquee'],
  ])('%s is told alike by the row, the list, filters and counts', async (etat, change, other) => {
    await set(ids.douala, change);
    expect((await mireille('GET', `/bornes/${ids.douala}`)).body).toMatchObject({ etat });
    expect(await named(mireille, `?etat=${etat}&search=akwa`)).toEqual(['Hall Akwa']);
    expect(await named(mireille, `?etat__in=${etat},${other}&search=akwa`)).toEqual(['Hall Akwa']);
    expect(await named(mireille, `?etat__ne=${etat}&search=akwa`)).toEqual([]);
    expect(await named(mireille, `?etat__ne=${other}&search=akwa`)).toEqual(['Hall Akwa']);
    expect(await named(mireille, `?etat=${other}&search=akwa`)).toEqual([]);
    const { text } = await mireille('GET', '/bornes/agregats?group_by=etat&search=akwa');
    expect(JSON.parse(text).results ?? JSON.parse(text)).toEqual([{ etat, nombre: 1 }]);
  });

  test('cannot be that a revoked terminal still has its secret', async () => {
    await set(ids.yaounde, heard('b', '0 s'));
    await expect(set(ids.yaounde, 'revoquee_le = now()')).rejects.toThrow(/bornes_revoquee_le_check/);
    await expect(set(ids.douala, heard('b', '0 s'))).rejects.toThrow(/bornes_empreinte_unique/);
  });
});

test('what was typed while the terminal reported is not overwritten, nor in its way', async () => {
  const read = await mireille<{ revision: number }>('GET', `/bornes/${ids.douala}`);
  await api.db.rows(`update bornes set dernier_contact = now(), imprimante = 'papier' where id = $1`, [ids.douala]);
  const headers = { 'if-match': `"${read.body.revision}"` };
  const written = await mireille('PATCH', `/bornes/${ids.douala}`, { emplacement: 'Étage' }, headers);
  expect([written.status, written.body]).toEqual([200, expect.objectContaining({ imprimante: 'papier' })]);
});
