import { decodeJwt, SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Send } from '../../../tests/api.ts';
import { keyFor } from '../auth/tokens.ts';
import { type Borne, JEAN, type Login, openBorne } from './borne.fixture.ts';

let borne: Borne;
beforeAll(async () => {
  borne = await openBorne();
});
afterAll(() => borne.close());
beforeEach(async () => {
  await borne.oublier();
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => vi.useRealTimers());

const later = (minutes: number) => vi.setSystemTime(Date.now() + minutes * 60_000);
/** The same, while somebody touches the screen of a terminal every minute. */
async function laterThere(minutes: number, access: string) {
  for (let left = minutes; left > 0; left -= 1) {
    later(Math.min(1, left));
    await borne.api.withToken(access)('POST', '/auth/presence');
  }
}
const home = async (send: Send) => (await send('GET', '/clients/POL001/dashboard')).status;
const refresh = (token: string) => borne.api.anonymous<Login>('POST', '/auth/refresh', { refresh: token });
const open = async (more: object = {}) => (await borne.login({ ...JEAN, ...more })).body;

describe('a session', () => {
  test('has a token of its own audience that tells nothing of the client', async () => {
    const { tokens, expire_le } = await open();
    const claims = decodeJwt(tokens.access);
    expect(claims).toMatchObject({ aud: 'guichet:borne', iss: 'guichet' });
    expect(claims.exp).toBe(Math.floor(Date.parse(expire_le) / 1000));
    expect(Object.keys(claims).sort()).toEqual(['aud', 'exp', 'iat', 'iss', 'sub']);
  });

  test('ends after 30 minutes', async () => {
    const { tokens } = await open();
    const send = borne.api.withToken(tokens.access);
    await laterThere(29, tokens.access);
    expect(await home(send)).toBe(200);
    await laterThere(1.1, tokens.access);
    const over = await send<{ message: string }>('GET', '/clients/POL001/dashboard');
    expect(over.status).toBe(401);
    expect(over.body.message).toMatch(/session est terminée/);
    expect((await refresh(tokens.refresh)).status).toBe(401);
  });

  test.each([
    ['borne', 60],
    ['espace', 120],
  ])('renewed at %s it goes on, but not beyond %i minutes', async (canal, limit) => {
    const { fin_le, ...opened } = await open({ canal });
    let { tokens } = opened;
    expect((Date.parse(fin_le) - Date.now()) / 60_000).toBeCloseTo(limit, 1);
    for (let passed = 20; passed < limit; passed += 20) {
      await laterThere(20, tokens.access);
      const renewed = await refresh(tokens.refresh);
      expect(renewed.status).toBe(200);
      expect(Date.parse(renewed.body.expire_le)).toBeLessThanOrEqual(Date.parse(fin_le));
      tokens = renewed.body.tokens;
      expect(await home(borne.api.withToken(tokens.access))).toBe(200);
    }
    await laterThere(20.1, tokens.access);
    expect((await refresh(tokens.refresh)).status).toBe(401);
    expect(await home(borne.api.withToken(tokens.access))).toBe(401);
  });

  test('a refresh token works once: used again, it ends the session', async () => {
    const { tokens } = await open();
    const renewed = await refresh(tokens.refresh);
    expect((await refresh(tokens.refresh)).status).toBe(401);
    expect(await home(borne.api.withToken(renewed.body.tokens.access))).toBe(401);
    expect((await refresh(renewed.body.tokens.refresh)).status).toBe(401);
  });

  test.each(['borne.', 'borne.x.y', `borne.00000000-0000-4000-8000-000000000000.${'a'.repeat(43)}`])(
    'no session is renewed by %s',
    async (token) => {
      expect((await refresh(token)).status).toBe(401);
    },
  );

  test('signing out ends it at once, and it alone', async () => {
    const [one, other] = [await open(), await open()];
    const send = borne.api.withToken(one.tokens.access);
    const out = await send('POST', '/auth/logout');
    expect([out.status, out.headers.get('clear-site-data')]).toEqual([204, '"cache"']);
    expect(await home(send)).toBe(401);
    expect((await refresh(one.tokens.refresh)).status).toBe(401);
    expect((await send('POST', '/auth/logout')).status).toBe(401);
    expect(await home(borne.api.withToken(other.tokens.access))).toBe(200);
    const [line] = await borne.db.rows(`select * from journal where action = 'deconnexion' order by id desc limit 1`);
    expect(line).toMatchObject({ objet: 'POL001', auteur: 'KONGO Jean Baptiste', surface: 'borne' });
  });

  test.each([
    ['the telephone on file', 'update clients set telephone = $2 where id = $1', 'telephone'],
    ['the contrat that opened it', `update souscriptions set statut = $2 where id = $1`, 'statut'],
    ['the client', 'update clients set supprime_le = $2 where id = $1', 'supprime_le'],
  ])('ends with %s', async (_, text, field) => {
    const send = borne.api.withToken((await open()).tokens.access);
    const id = field === 'statut' ? borne.souscriptions.POL001 : borne.jean;
    const changes = { telephone: '+242064440000', statut: 'suspendue', supprime_le: '2026-01-01' };
    const back = { telephone: JEAN.telephone, statut: 'activee', supprime_le: null };
    await borne.db.rows(text, [id, changes[field as keyof typeof changes]]);
    expect(await home(send)).toBe(401);
    await borne.db.rows(text, [id, back[field as keyof typeof back]]);
    expect(await home(send)).toBe(200);
  });
});

describe('a token that is not what it says', () => {
  const forged = async (key: Uint8Array, audience: string, subject: string) =>
    new SignJWT({ epoque: 1, fam: subject })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(subject)
      .setIssuer('guichet')
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime('10m')
      .sign(key);

  test.each([
    ['signed by the staff’s key', 'access', 'guichet:borne'],
    ['for the staff’s audience', 'borne', 'guichet:personnel'],
    ['signed by nobody’s key', 'other', 'guichet:borne'],
  ])('%s opens nothing', async (_, purpose, audience) => {
    const { tokens } = await open();
    const subject = decodeJwt(tokens.access).sub as string;
    const token = await forged(keyFor(borne.api.guichet.config.GUICHET_SECRET, purpose), audience, subject);
    const send = borne.api.withToken(token);
    expect(await home(send)).toBe(401);
    expect((await send('GET', '/clients')).status).toBe(401);
    expect((await send('POST', '/borne/codes', { but: 'sinistre' })).status).toBe(401);
  });
});
