import { afterAll, beforeAll, expect, test } from 'vitest';
import { PASSWORD } from '../../../../tests/cast.ts';
import { type Conversation, document, openConversation, operations } from './conversation.ts';

let talk: Conversation;
beforeAll(async () => {
  talk = await openConversation();
});
afterAll(() => talk.close());

const NEW = 'Un-autre-secret-2027';

test('signing in, renewing and signing out are answered as the document says', async () => {
  const as = talk.api.anonymous;
  const { email } = talk.api.people.paul;
  const { body } = await talk.call<{ tokens: { access: string; refresh: string } }>('auth_login', {
    as,
    body: { email, password: PASSWORD },
  });
  const browser = { body: { email, password: PASSWORD, cookies: true }, headers: { 'sec-fetch-site': 'same-origin' } };
  const cookies = await talk.call('auth_login', { as, ...browser });
  expect(cookies.headers.get('set-cookie')).toContain('guichet_access=');
  expect(cookies.body).not.toHaveProperty('tokens');
  const renewed = await talk.call<{ tokens: { access: string } }>('auth_refresh', {
    as,
    body: { refresh: body.tokens.refresh },
  });
  expect((await talk.call('auth_refresh', { as, body: { refresh: body.tokens.refresh } })).status).toBe(401);
  expect((await talk.call('auth_user', { as: talk.api.withToken(renewed.body.tokens.access) })).status).toBe(401);
  const paul = await talk.api.as(talk.api.people.paul);
  expect((await talk.call('auth_user', { as: paul })).status).toBe(200);
  expect((await talk.call('auth_logout', { as: paul })).status).toBe(204);
  expect((await talk.call('auth_logout', { as: paul })).status).toBe(401);
});

test('what is wrong about it, too', async () => {
  const as = talk.api.anonymous;
  for (const body of ['{', {}, { email: 'x', password: 1 }])
    expect((await talk.call('auth_login', { as, body })).status).toBe(400);
  expect((await talk.call('auth_login', { as, body: 'x', headers: { 'content-type': 'text/plain' } })).status).toBe(
    415,
  );
  expect(
    (await talk.call('auth_login', { as, body: { email: 'x@y.example', password: 'x', cookies: true } })).status,
  ).toBe(403);
  expect((await talk.call('auth_refresh', { as, body: { refresh: 1 } })).status).toBe(400);
  expect((await talk.call('auth_refresh', { as })).status).toBe(401);
  expect((await talk.call('auth_password_reset', { as, body: { jeton: 'faux', mot_de_passe: NEW } })).status).toBe(401);
  expect((await talk.call('auth_password_forgot', { as, body: { email: 'pas une adresse' } })).status).toBe(400);
  let last = 401;
  for (let i = 0; i < 12 && last === 401; i++)
    last = (await talk.call('auth_login', { as, body: { email: 'nul@part.example', password: 'x' } })).status;
  expect(last).toBe(429);
});

test('a password is forgotten, chosen again by its link, and changed', async () => {
  const as = talk.api.anonymous;
  const { awa } = talk.api.people;
  expect((await talk.call('auth_password_forgot', { as, body: { email: awa.email } })).status).toBe(204);
  const link = await talk.call<{ resultat: { lien: string } }>('utilisateurs_envoyer_lien', { id: awa.id, body: {} });
  const jeton = link.body.resultat.lien.split('/').at(-1);
  expect((await talk.call('auth_password_reset', { as, body: { jeton, mot_de_passe: 'trop court' } })).status).toBe(
    400,
  );
  expect((await talk.call('auth_password_reset', { as, body: { jeton, mot_de_passe: NEW } })).status).toBe(204);
  const { access } = await talk.api.signIn(awa.email, NEW);
  const signedIn = talk.api.withToken(access);
  expect(
    (await talk.call('auth_password_change', { as: signedIn, body: { ancien: 'faux', nouveau: PASSWORD } })).status,
  ).toBe(400);
  expect(
    (await talk.call('auth_password_change', { as: signedIn, body: { ancien: NEW, nouveau: PASSWORD } })).status,
  ).toBe(204);
  expect((await talk.call('auth_password_change', { as, body: { ancien: NEW, nouveau: PASSWORD } })).status).toBe(401);
});

test('whoever signs up learns nothing of who is already known', async () => {
  const as = talk.api.anonymous;
  const { example: body } = document.components.schemas.SignUp as { example?: Record<string, unknown> };
  expect((await talk.call('auth_signup', { as, body })).status).toBe(204);
  expect((await talk.call('auth_signup', { as, body })).status).toBe(204);
  expect((await talk.call('auth_signup', { as, body: { ...body, telephone: '12' } })).status).toBe(400);
});

test('every operation about signing in has succeeded', () => {
  const own = operations.filter(({ path, operation }) => path.startsWith('/auth/') && operation.tags.includes('auth'));
  expect(own.map(({ id }) => id).filter((id) => !talk.succeeded.has(id))).toEqual([]);
});
