import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Send, type TestApi, testApi } from '../api.ts';

let api: TestApi;
let mireille: Send;

beforeAll(async () => {
  api = await testApi();
  mireille = await api.as(api.people.mireille);
});
afterAll(() => api.close());

describe('an API key', () => {
  const issue = async (body: object) =>
    mireille<{ resultat: { cle: string }; errors: object }>(
      'POST',
      `/utilisateurs/${api.people.paul.id}/emettre-cle`,
      body,
    );

  test('acts as its account until it is revoked, and is shown once', async () => {
    const { body } = await issue({ nom: 'Chatbot', expire_le: '2027-01-31', motif: 'Mise en service' });
    const withKey = (method: string, path: string) =>
      api.anonymous<{ results: { id: number; prefixe: string }[] }>(method, path, undefined, {
        'x-api-key': body.resultat.cle,
      });
    expect((await withKey('GET', '/clients')).status).toBe(200);
    const found = await mireille<{ results: { id: number }[] }>('GET', '/cles_api');
    expect(found.text).not.toContain(body.resultat.cle.slice(-20));
    const [{ id } = { id: 0 }] = found.body.results;
    expect((await mireille('POST', `/cles_api/${id}/revoquer`, { motif: 'Fin du contrat' })).status).toBe(200);
    expect((await withKey('GET', '/clients')).status).toBe(401);
    const journal = await api.db.rows<{ text: string }>(`select journal::text as text from journal`);
    expect(journal.some(({ text }) => text.includes(body.resultat.cle))).toBe(false);
  });

  test('is not shown again to whoever sends the request again, and is kept nowhere', async () => {
    const send = () =>
      mireille<{ resultat?: { cle: string } }>(
        'POST',
        `/utilisateurs/${api.people.paul.id}/emettre-cle`,
        { nom: 'Une fois', expire_le: '2026-12-31', motif: 'Deux clics' },
        { 'idempotency-key': 'une-cle' },
      );
    const [first, second] = [await send(), await send()];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).not.toHaveProperty('resultat');
    const secret = first.body.resultat?.cle.slice(-43);
    for (const table of ['idempotence', 'cles_api', 'journal']) {
      const rows = await api.db.rows<{ text: string }>(`select t::text as text from ${table} t`);
      expect(rows.filter(({ text }) => text.includes(String(secret)))).toEqual([]);
    }
    expect(await api.db.rows(`select from cles_api where nom = 'Une fois'`)).toHaveLength(1);
  });

  test('opens until the end of its last day', async () => {
    const { body } = await issue({ nom: 'Demain', expire_le: '2026-12-31', motif: 'Essai' });
    const status = async () =>
      (await api.anonymous('GET', '/clients', undefined, { 'x-api-key': body.resultat.cle })).status;
    const lastDay = (days: number) =>
      api.db.rows(`update cles_api set expire_le = date_metier() + $1::integer where nom = 'Demain'`, [days]);
    await lastDay(0);
    expect(await status()).toBe(200);
    await lastDay(-1);
    expect(await status()).toBe(401);
  });

  test('does not live for ever, nor for a made-up one', async () => {
    expect((await issue({ nom: 'X', expire_le: '2099-01-01', motif: 'Toujours' })).body.errors).toHaveProperty(
      'expire_le',
    );
    expect((await issue({ nom: 'X', expire_le: '2020-01-01', motif: 'Passé' })).status).toBe(400);
    expect(
      (await api.anonymous('GET', '/clients', undefined, { 'x-api-key': `gk_abcdefgh_${'x'.repeat(43)}` })).status,
    ).toBe(401);
  });
});
