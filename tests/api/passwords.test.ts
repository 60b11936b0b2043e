import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Send, type TestApi, testApi } from '../api.ts';
import { PASSWORD } from '../cast.ts';

let api: TestApi;
let mireille: Send;

beforeAll(async () => {
  api = await testApi();
  mireille = await api.as(api.people.mireille);
});
afterAll(() => api.close());

const login = (email: string, password: string) => api.anonymous('POST', '/auth/login', { email, password });

test('closing an account ends what it had open', async () => {
  const { body: roles } = await mireille<{ results: { id: number }[] }>('GET', '/roles?code=agent');
  const { body: made } = await mireille('POST', '/utilisateurs', {
    email: 'court@guichet.test',
    nom: 'COURT',
    role_id: roles.results[0]?.id,
    succursale_id: api.people.douala,
  });
  const link = await mireille<{ resultat: { lien: string } }>('POST', `/utilisateurs/${made.id}/envoyer-lien`);
  const jeton = link.body.resultat.lien.split('/').at(-1);
  expect(
    (await api.anonymous('POST', '/auth/password/reset', { jeton, mot_de_passe: 'un long passage discret' })).status,
  ).toBe(204);
  const { access } = await api.signIn('court@guichet.test', 'un long passage discret');
  expect((await api.withToken(access)('GET', '/clients')).status).toBe(200);
  expect((await mireille('PATCH', `/utilisateurs/${made.id}`, { actif: false })).status).toBe(200);
  await expect.poll(async () => (await api.withToken(access)('GET', '/clients')).status).toBe(401);
  expect((await login('court@guichet.test', 'un long passage discret')).status).toBe(401);
});

test('closing somebody’s sessions ends their tokens and leaves them the account', async () => {
  const { access, refresh } = await api.signIn('yaounde@guichet.test');
  const path = `/utilisateurs/${api.people.chantal.id}/fermer-sessions`;
  expect((await mireille('POST', path, { motif: 'Tablette perdue' })).status).toBe(200);
  await expect.poll(async () => (await api.withToken(access)('GET', '/clients')).status).toBe(401);
  expect((await api.anonymous('POST', '/auth/refresh', { refresh })).status).toBe(401);
  expect((await login('yaounde@guichet.test', PASSWORD)).status).toBe(200);
});

test('a link is worth nothing once another was used, or while the account is closed', async () => {
  const account = `/utilisateurs/${api.people.chantal.id}`;
  const link = async () => {
    const { body } = await mireille<{ resultat: { lien: string } }>('POST', `${account}/envoyer-lien`);
    return body.resultat.lien.split('/').at(-1);
  };
  const choose = async (jeton?: string) =>
    (await api.anonymous('POST', '/auth/password/reset', { jeton, mot_de_passe: 'la pluie sur la Sanaga' })).status;
  const [first, second] = [await link(), await link()];
  await mireille('PATCH', account, { actif: false });
  expect(await choose(first)).toBe(401);
  await mireille('PATCH', account, { actif: true });
  expect(await choose(second)).toBe(204);
  expect(await choose(first)).toBe(401);
});

describe('passwords', () => {
  test('are changed by proving the old one, which ends every other session', async () => {
    const { access, refresh } = await api.signIn('agent.douala@guichet.test');
    const awa = api.withToken(access);
    const change = (ancien: string, nouveau: string) =>
      awa<{ errors: object }>('PUT', '/auth/password/change', { ancien, nouveau });
    expect((await change('faux', 'un nouveau passage')).body.errors).toHaveProperty('ancien');
    expect((await change(PASSWORD, 'court')).body.errors).toHaveProperty('nouveau');
    expect((await change(PASSWORD, 'MotDePasse2026!')).body.errors).toEqual({
      nouveau: ['Ce mot de passe est trop facile à deviner.'],
    });
    expect((await change(PASSWORD, 'x'.repeat(129))).body.errors).toHaveProperty('nouveau');
    expect((await change(PASSWORD, 'y a la mer à Pointe-Noire')).status).toBe(204);
    await expect.poll(async () => (await awa('GET', '/auth/user')).status).toBe(401);
    expect((await api.anonymous('POST', '/auth/refresh', { refresh })).status).toBe(401);
    expect((await login('agent.douala@guichet.test', 'y a la mer à Pointe-Noire')).status).toBe(200);
  });

  test('a link works once, for an hour, and a forgotten one tells nobody whether there is an account', async () => {
    const known = await api.anonymous('POST', '/auth/password/forgot', { email: 'audit@guichet.test' });
    const unknown = await api.anonymous('POST', '/auth/password/forgot', { email: 'personne@guichet.test' });
    expect([known.status, unknown.status]).toEqual([204, 204]);
    const kept = await api.db.rows(
      `select objet, resultat from journal where action = 'oublier-mot-de-passe' order by id`,
    );
    expect(kept).toEqual([
      { objet: 'audit@guichet.test', resultat: 'reussi' },
      { objet: 'personne@guichet.test', resultat: 'refuse' },
    ]);
    const queued = await api.db.rows(`select from graphile_worker.jobs where key = 'lien-mot-de-passe.0'`);
    expect(queued).toHaveLength(1);
    const link = await mireille<{ resultat: { lien: string } }>(
      'POST',
      `/utilisateurs/${api.people.esther.id}/envoyer-lien`,
    );
    const jeton = link.body.resultat.lien.split('/').at(-1);
    const choose = () =>
      api.anonymous('POST', '/auth/password/reset', { jeton, mot_de_passe: 'le fleuve coule encore' });
    expect((await choose()).status).toBe(204);
    expect((await choose()).status).toBe(401);
    const later = await mireille<{ resultat: { lien: string } }>(
      'POST',
      `/utilisateurs/${api.people.esther.id}/envoyer-lien`,
    );
    await api.db.rows(`update liens_mot_de_passe set expire_le = now() - interval '1 second' where utilise_le is null`);
    const expired = later.body.resultat.lien.split('/').at(-1);
    expect(
      (await api.anonymous('POST', '/auth/password/reset', { jeton: expired, mot_de_passe: 'le fleuve coule encore' }))
        .status,
    ).toBe(401);
  });
});
