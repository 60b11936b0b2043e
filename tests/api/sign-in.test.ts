import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyFor } from '../../server/http/auth/tokens.ts';
import { type TestApi, testApi } from '../api.ts';
import { PASSWORD } from '../cast.ts';

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

interface Login {
  tokens: { access: string; refresh: string };
}
const login = (email: string, password: string) => api.anonymous<Login>('POST', '/auth/login', { email, password });

describe('signing in', () => {
  test('gives tokens and who one is, however the e-mail is written', async () => {
    const { status, body } = await login(' Douala@Guichet.test ', PASSWORD);
    expect(status).toBe(200);
    expect(body).toMatchObject({ utilisateur: { nom: 'Paul EKAMBI', role: 'gestionnaire' } });
    expect((await api.withToken(body.tokens.access)('GET', '/clients')).status).toBe(200);
  });

  test('says the same of an unknown account and a wrong password, and the journal keeps both', async () => {
    const wrong = await login('audit@guichet.test', 'faux');
    const unknown = await login('personne@guichet.test', 'faux');
    expect(wrong.status).toBe(401);
    const told = ({ body }: typeof wrong) => ({ ...body, instance: undefined });
    expect(told(unknown)).toEqual(told(wrong));
    const lines = await api.db.rows(
      `select objet from journal where action = 'connexion' and resultat = 'refuse' order by id desc limit 2`,
    );
    expect(lines).toEqual([{ objet: 'personne@guichet.test' }, { objet: 'audit@guichet.test' }]);
  });

  test.each([
    [{ email: 'a@b.test' }, 'password'],
    [{ password: 'x' }, 'email'],
    [{ email: 'a@b.test', password: 'x', police: 'POL001' }, 'police'],
    [{ email: 3, password: 'x' }, 'email'],
    [{ email: 'a@b.test', password: 'x'.repeat(2000) }, 'password'],
  ])('refuses %j by the name of the field', async (body, field) => {
    const answer = await api.anonymous<{ errors: object }>('POST', '/auth/login', body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toHaveProperty(field);
  });

  test('of fifty wrong passwords at once few are looked at, then the account must wait, right password or not', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => login('yaounde@guichet.test', 'devine')));
    const looked = answers.filter(({ status }) => status === 401).length;
    expect(looked).toBeLessThanOrEqual(6);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(50 - looked);
    const right = await login('yaounde@guichet.test', PASSWORD);
    expect(right.status).toBe(429);
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(0);
    const nobody = await Promise.all(Array.from({ length: 50 }, () => login('jamais@guichet.test', 'devine')));
    expect(nobody.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(6);
    await api.db.rows('delete from freins');
  });
});

test('an address that tries one account after another must wait as well', async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => login(`essai${i}@guichet.test`, 'devine')));
  const looked = answers.filter(({ status }) => status === 401).length;
  expect(looked).toBeLessThanOrEqual(31);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(40 - looked);
  await api.db.rows('delete from freins');
});

describe('a token', () => {
  test.each([
    ['nonsense', 'abc.def.ghi'],
    ['nothing', ''],
    [
      'unsigned',
      `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sub":"1"}').toString('base64url')}.`,
    ],
  ])('that is %s is 401', async (_, token) => {
    const { status, body } = await api.withToken(token)('GET', '/clients');
    expect(status).toBe(401);
    expect(body.code).toBe('non_identifie');
  });

  const forge = (secret: string, audience: string, expires: string, famille: string) =>
    new SignJWT({ epoque: 1, fam: famille })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(String(api.people.paul.id))
      .setIssuer('guichet')
      .setAudience(audience)
      .setExpirationTime(expires)
      .sign(keyFor(secret, 'access'));

  test('of another audience, another secret or the past is 401; the same one of ours is not', async () => {
    const { refresh } = await api.signIn('douala@guichet.test');
    const famille = refresh.split('.')[0] as string;
    const ours = 'x'.repeat(40);
    const status = async (token: Promise<string>) => (await api.withToken(await token)('GET', '/clients')).status;
    expect(await status(forge(ours, 'guichet:personnel', '1m', famille))).toBe(200);
    expect(await status(forge(ours, 'guichet:borne', '1m', famille))).toBe(401);
    expect(await status(forge('y'.repeat(40), 'guichet:personnel', '1m', famille))).toBe(401);
    expect(await status(forge(ours, 'guichet:personnel', '-1s', famille))).toBe(401);
  });

  test('that was good a moment ago is 401 when its time is over', async () => {
    const { refresh } = await api.signIn('douala@guichet.test');
    const token = await forge('x'.repeat(40), 'guichet:personnel', '2s', refresh.split('.')[0] as string);
    const status = async () => (await api.withToken(token)('GET', '/clients')).status;
    expect(await status()).toBe(200);
    await expect.poll(status, { timeout: 4000 }).toBe(401);
  });
});

describe('refreshing', () => {
  test('gives a new pair; the old one, used again, ends the whole family at once', async () => {
    const first = await api.signIn('douala@guichet.test');
    const second = await api.anonymous<Login>('POST', '/auth/refresh', { refresh: first.refresh });
    expect(second.status).toBe(200);
    expect((await api.withToken(second.body.tokens.access)('GET', '/auth/user')).status).toBe(200);
    expect((await api.anonymous('POST', '/auth/refresh', { refresh: first.refresh })).status).toBe(401);
    expect((await api.anonymous('POST', '/auth/refresh', { refresh: second.body.tokens.refresh })).status).toBe(401);
    await expect
      .poll(async () => (await api.withToken(second.body.tokens.access)('GET', '/auth/user')).status)
      .toBe(401);
    const kept = await api.db.rows(
      `select objet_id, adresse_ip from journal where action = 'renouveler-session' and resultat = 'refuse'`,
    );
    expect(kept).toEqual([{ objet_id: api.people.paul.id, adresse_ip: '127.0.0.1' }]);
  });

  test('of twenty at once with the same token at most one succeeds', async () => {
    const { refresh } = await api.signIn('douala@guichet.test');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => api.anonymous('POST', '/auth/refresh', { refresh })),
    );
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
  });

  test('an expired one is 401', async () => {
    const { refresh } = await api.signIn('douala@guichet.test');
    await api.db.rows(`update jetons set expire_le = now() - interval '1 second' where famille = $1`, [
      refresh.split('.')[0],
    ]);
    expect((await api.anonymous('POST', '/auth/refresh', { refresh })).status).toBe(401);
  });

  test.each([{ refresh: 'x' }, { refresh: "'; drop table jetons; --.x" }, {}, { refresh: 5 }])(
    '%j is refused',
    async (body) => {
      expect([400, 401]).toContain((await api.anonymous('POST', '/auth/refresh', body)).status);
    },
  );
});

test('signing out ends the tokens at once', async () => {
  const { access, refresh } = await api.signIn('douala@guichet.test');
  const paul = api.withToken(access);
  expect((await paul('GET', '/auth/user')).status).toBe(200);
  expect((await paul('POST', '/auth/logout')).status).toBe(204);
  expect((await paul('GET', '/auth/user')).status).toBe(401);
  expect((await api.anonymous('POST', '/auth/refresh', { refresh })).status).toBe(401);
});

describe('cookies', () => {
  const cookiesOf = (headers: Headers) => headers.getSetCookie();

  test('carry the tokens of a browser where no script reads them, and change things only from our own pages', async () => {
    const signedIn = await api.anonymous(
      'POST',
      '/auth/login',
      { email: 'siege@guichet.test', password: PASSWORD, cookies: true },
      { 'sec-fetch-site': 'same-origin' },
    );
    expect(signedIn.body).not.toHaveProperty('tokens');
    const set = cookiesOf(signedIn.headers);
    expect(set).toHaveLength(2);
    for (const cookie of set) expect(cookie).toMatch(/HttpOnly; SameSite=Lax/);
    const cookie = set.map((each) => each.split(';')[0]).join('; ');
    const own = { cookie, 'sec-fetch-site': 'same-origin' };
    expect((await api.anonymous('GET', '/clients', undefined, { cookie })).status).toBe(200);
    const create = (headers: Record<string, string>) =>
      api.anonymous('POST', '/clients', { nom: 'COOKIE', succursale_id: api.people.douala }, { cookie, ...headers });
    for (const site of ['cross-site', 'same-site', 'none'])
      expect((await create({ 'sec-fetch-site': site, origin: api.origin })).status).toBe(403);
    expect((await create({ origin: 'http://evil.example' })).status).toBe(403);
    expect((await create({})).status).toBe(403);
    expect((await create({ origin: api.origin })).status).toBe(201);
    expect((await create(own)).status).toBe(201);
    const refreshed = await api.anonymous('POST', '/auth/refresh', undefined, own);
    expect(refreshed.status).toBe(200);
    expect(cookiesOf(refreshed.headers)).toHaveLength(2);
  });
});

test('who am I says what I may do, from the same grants', async () => {
  const paul = await api.as(api.people.paul);
  const { body } = await paul<{ resources: Record<string, { permissions: string[]; fields: { name: string }[] }> }>(
    'GET',
    '/auth/user',
  );
  expect(body).toMatchObject({ nom: 'Paul EKAMBI', role: 'gestionnaire', portee: 'succursale' });
  expect(Object.keys(body.resources)).not.toContain('cles_api');
  expect(body.resources.clients?.permissions).toEqual([
    'lire',
    'creer',
    'modifier',
    'supprimer',
    'exporter',
    'restaurer',
    'voir-notes',
  ]);
  expect(body.resources.utilisateurs?.fields.map(({ name }) => name)).not.toContain('mot_de_passe');
});
