import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { PASSWORD } from '../../../tests/cast.ts';
import { type Borne, JEAN, type Login, openBorne } from './borne.fixture.ts';

let borne: Borne;
beforeAll(async () => {
  borne = await openBorne();
});
afterAll(() => borne.close());
beforeEach(() => borne.oublier());
afterEach(() => vi.useRealTimers());

type Headers = Record<string, string>;
const ours: Headers = { 'sec-fetch-site': 'same-origin' };
const wish = { ...JEAN, canal: 'espace', cookie: true };
const post = (path: string, body?: unknown, headers: Headers = {}) =>
  borne.api.anonymous<Login>('POST', path, body, headers);
const kept = (answer: { headers: globalThis.Headers }) => answer.headers.get('set-cookie') ?? '';
const sent = (set: string): Headers => ({ cookie: set.split(';')[0] as string });
const cleared = /^guichet_espace=; Path=\/api; Expires=Thu, 01 Jan 1970/;
const home = async (access: string) => (await borne.api.withToken(access)('GET', '/clients/POL001/dashboard')).status;

async function enter() {
  const answer = await post('/auth/login', wish, ours);
  expect(answer.status, answer.text).toBe(200);
  return { access: answer.body.tokens.access, set: kept(answer), answer };
}

describe('on a telephone that asks for it, what renews the session', () => {
  test('is in a cookie that no script and no other site gets, and not in the body', async () => {
    const { answer, set } = await enter();
    expect(answer.body.tokens).toEqual({ access: expect.any(String) });
    expect(set).toMatch(/^guichet_espace=borne\.[\w.-]+; Path=\/api; Expires=[^;]+; HttpOnly; SameSite=Strict$/);
    expect(answer.text).not.toContain(set.split(/[=;]/)[1]);
  });

  test('is in the body alone where it was not asked for', async () => {
    const answer = await post('/auth/login', { ...JEAN, canal: 'espace' });
    expect(answer.body.tokens.refresh).toMatch(/^borne\./);
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  test('renews it after a reload, is another one then, and still not in the body', async () => {
    const { set } = await enter();
    const renewed = await post('/auth/refresh', undefined, { ...sent(set), ...ours });
    expect(renewed.status, renewed.text).toBe(200);
    expect(renewed.body.tokens).toEqual({ access: expect.any(String) });
    expect(kept(renewed)).toMatch(/^guichet_espace=borne\./);
    expect(kept(renewed)).not.toBe(set);
    expect(await home(renewed.body.tokens.access)).toBe(200);
    expect((await post('/auth/refresh', {}, { ...sent(kept(renewed)), ...ours })).status).toBe(200);
  });

  test('used again, ends the session and the cookie', async () => {
    const { set } = await enter();
    const renewed = await post('/auth/refresh', {}, { ...sent(set), ...ours });
    const again = await post('/auth/refresh', {}, { ...sent(set), ...ours });
    expect([again.status, kept(again)]).toEqual([401, expect.stringMatching(cleared)]);
    expect(await home(renewed.body.tokens.access)).toBe(401);
    expect((await post('/auth/refresh', {}, { ...sent(kept(renewed)), ...ours })).status).toBe(401);
  });
});

describe('a page of another site', () => {
  test.each<Headers>([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://mechant.example' },
    {},
  ])('neither asks for the cookie, nor uses it, nor signs out with it: %o', async (foreign) => {
    expect((await post('/auth/login', wish, foreign)).status).toBe(403);
    const { set, access } = await enter();
    for (const path of ['/auth/refresh', '/auth/logout'])
      expect((await post(path, {}, { ...sent(set), ...foreign })).status, path).toBe(403);
    expect(await home(access)).toBe(200);
    expect((await post('/auth/refresh', {}, { ...sent(set), ...ours })).status).toBe(200);
  });

  test('our own one is known by its origin too', async () => {
    const { set } = await enter();
    const answer = await post('/auth/refresh', {}, { ...sent(set), origin: borne.api.origin });
    expect(answer.status).toBe(200);
  });
});

describe('a terminal', () => {
  test.each([{}, { canal: 'borne' }])('never gets a cookie: %o', async (more) => {
    const { canal: _, ...rest } = wish;
    const answer = await post('/auth/login', { ...rest, ...more }, ours);
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([400, null]);
    expect(answer.body).toMatchObject({ errors: { cookie: [expect.any(String)] } });
  });

  test('not even by renewing a session of its own from one', async () => {
    const { refresh } = (await borne.login(JEAN)).body.tokens;
    const answer = await post('/auth/refresh', {}, { cookie: `guichet_espace=${refresh}`, ...ours });
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, null]);
  });
});

describe('signing out', () => {
  test('clears the cookie', async () => {
    const { access, set } = await enter();
    const out = await post('/auth/logout', undefined, { authorization: `Bearer ${access}`, ...sent(set), ...ours });
    expect([out.status, kept(out)]).toEqual([204, expect.stringMatching(cleared)]);
    expect((await post('/auth/refresh', {}, { ...sent(set), ...ours })).status).toBe(401);
  });

  test.each([true, false])('ends the session when the access token has expired (sent: %s)', async (withToken) => {
    const { access, set } = await enter();
    const [before] = await borne.db.rows<{ id: string }>('select id from sessions_borne order by cree_le desc limit 1');
    // A session renewed elsewhere outlives this token.
    await borne.db.rows(`update sessions_borne set expire_le = fin_le where id = $1`, [before?.id]);
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.now() + 31 * 60_000);
    const token: Headers = withToken ? { authorization: `Bearer ${access}` } : {};
    expect((await post('/auth/logout', undefined, token)).status).toBe(401);
    const out = await post('/auth/logout', undefined, { ...token, ...sent(set), ...ours });
    expect([out.status, kept(out)]).toEqual([204, expect.stringMatching(cleared)]);
    const [row] = await borne.db.rows<{ ended: boolean }>(
      'select terminee_le is not null as ended from sessions_borne where id = $1',
      [before?.id],
    );
    expect(row).toEqual({ ended: true });
  });

  test('with a cookie that is worth nothing any more still clears it', async () => {
    const { set } = await enter();
    await borne.db.rows('update sessions_borne set terminee_le = now()');
    const out = await post('/auth/logout', undefined, { ...sent(set), ...ours });
    expect([out.status, kept(out)]).toEqual([204, expect.stringMatching(cleared)]);
  });
});

describe('in a browser where somebody of the staff is signed in as well', () => {
  test('each renews their own', async () => {
    const { set } = await enter();
    const { email } = borne.api.people.mireille;
    const staff = await post('/auth/login', { email, password: PASSWORD, cookies: true }, ours);
    if (staff.status !== 200) throw new Error(staff.text);
    const theirs = staff.headers.getSetCookie().map((each) => each.split(';')[0]);
    const both: Headers = { cookie: [sent(set).cookie, ...theirs].join('; '), ...ours };
    const mine = await post('/auth/refresh', { canal: 'espace' }, both);
    expect(mine.body).toHaveProperty('polices');
    const staffs = await post('/auth/refresh', {}, both);
    expect(staffs.body).toHaveProperty('utilisateur');
    const out = await post('/auth/logout', undefined, both);
    expect([out.status, out.headers.getSetCookie().join()]).toEqual([204, expect.not.stringContaining('espace')]);
    expect(await home(mine.body.tokens.access)).toBe(200);
  });

  test('without the cookie, nothing is meant', async () => {
    expect((await post('/auth/refresh', { canal: 'espace' }, ours)).status).toBe(401);
    expect((await post('/auth/refresh', { canal: 'borne' }, ours)).status).toBe(400);
  });
});
