import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Send } from '../../../tests/api.ts';
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

/** 60 until the countdown, 30 of countdown, 15 for a screen that hangs. */
const REPOS = 105;
const later = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);
const home = async (send: Send) => (await send('GET', '/clients/POL001/dashboard')).status;
const open = async (more: object = {}) => (await borne.login({ ...JEAN, ...more })).body;
const present = (send: Send, body?: object) => send<{ inactif_le: string }>('POST', '/auth/presence', body);
const still = (inactif_le: string | null) => (Date.parse(inactif_le ?? '') - Date.now()) / 1000;

describe('at a terminal', () => {
  test('a session ends by itself when nothing is asked, though its token would live on', async () => {
    const { tokens, inactif_le } = await open();
    expect(still(inactif_le)).toBeCloseTo(REPOS, 0);
    later(REPOS - 5);
    const send = borne.api.withToken(tokens.access);
    expect(await home(send)).toBe(200);
    later(REPOS);
    expect(await home(send)).toBe(401);
    expect((await present(send)).status).toBe(401);
    expect((await borne.api.anonymous('POST', '/auth/refresh', { refresh: tokens.refresh })).status).toBe(401);
  });

  test.each([
    ['reading', (send: Send) => send('GET', '/clients/POL001/contrats')],
    ['a refusal', (send: Send) => send('GET', '/clients/POL003/contrats')],
    ['a request for a code', (send: Send) => send('POST', '/borne/codes', { but: 'sinistre' })],
    ['a tap on the countdown', (send: Send) => present(send)],
    ['an empty tap', (send: Send) => present(send, {})],
  ])('%s lets it go on', async (_, ask) => {
    const send = borne.api.withToken((await open()).tokens.access);
    for (let n = 0; n < 3; n++) {
      later(REPOS - 5);
      expect((await ask(send)).status).not.toBe(401);
    }
    later(REPOS - 5);
    expect(await home(send)).toBe(200);
  });

  test('what anybody may ask does not', async () => {
    const send = borne.api.withToken((await open()).tokens.access);
    later(REPOS - 5);
    for (const path of ['/borne/produits', '/borne/reglages']) expect((await send('GET', path)).status).toBe(200);
    later(10);
    expect(await home(send)).toBe(401);
  });

  test('a countdown that began shortens it, a tap gives it all back', async () => {
    const send = borne.api.withToken((await open()).tokens.access);
    expect(still((await present(send, { reste_secondes: 30 })).body.inactif_le)).toBeCloseTo(35, 3);
    later(34);
    expect(still((await present(send)).body.inactif_le)).toBeCloseTo(REPOS, 3);
    later(60);
    await present(send, { reste_secondes: 30 });
    later(35);
    expect(await home(send)).toBe(401);
  });

  test('no countdown lasts longer than what any request gives, nor is it anything but seconds', async () => {
    const send = borne.api.withToken((await open()).tokens.access);
    expect(still((await present(send, { reste_secondes: 300 })).body.inactif_le)).toBeCloseTo(REPOS, 3);
    for (const reste_secondes of [-1, 301, 1.5, '30', null])
      expect((await present(send, { reste_secondes })).status).toBe(400);
  });

  test('the times are the institution’s, for sessions that begin from then on', async () => {
    await borne.parametre('borne.inactivite_secondes', 20);
    await borne.parametre('borne.compte_a_rebours_secondes', 20);
    const send = borne.api.withToken((await open()).tokens.access);
    await borne.db.rows(`delete from parametres where code like 'borne.%secondes'`);
    later(54);
    expect(await home(send)).toBe(200);
    later(55);
    expect(await home(send)).toBe(401);
  });

  test('reading often does not write often', async () => {
    const send = borne.api.withToken((await open()).tokens.access);
    const written = async () =>
      (
        await borne.db.rows<{ x: string }>('select xmin::text as x from sessions_borne order by cree_le desc limit 1')
      )[0]?.x;
    const first = await written();
    for (let n = 0; n < 4; n++) {
      later(1);
      await home(send);
    }
    expect(await written()).toBe(first);
    later(1);
    await home(send);
    expect(await written()).not.toBe(first);
  });
});

test('on a telephone nothing ends before the thirty minutes', async () => {
  const { tokens, inactif_le } = await open({ canal: 'espace' });
  expect(inactif_le).toBeNull();
  const send = borne.api.withToken(tokens.access);
  later(29 * 60);
  expect((await present(send, { reste_secondes: 5 })).body).toEqual({ inactif_le: null });
  later(50);
  expect(await home(send)).toBe(200);
});

test('whoever has no client’s token is not present', async () => {
  expect((await present(borne.api.anonymous)).status).toBe(401);
  expect((await present(await borne.api.as(borne.api.people.mireille))).status).toBe(401);
});

type Step =
  | { after: number; ask: 'read' | 'public' | 'tap' | 'refresh' }
  | { after: number; ask: 'count'; reste: number };
const after = fc.integer({ min: 0, max: 130 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ after, ask: fc.constantFrom('read', 'public', 'tap', 'refresh') }),
  fc.record({ after, ask: fc.constant('count' as const), reste: fc.integer({ min: 0, max: 60 }) }),
);

test('whatever is asked and when: a session lives as long as the last thing asked gave it, and never longer', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      await borne.oublier();
      let { tokens } = (await borne.login(JEAN)).body as Login;
      let end = Date.now() + REPOS * 1000;
      for (const each of steps) {
        later(each.after);
        // Within the last seconds either may be: not every request is written down.
        const sure = end - Date.now() > 5000 || end <= Date.now();
        if (!sure) return;
        const alive = end > Date.now();
        const send = borne.api.withToken(tokens.access);
        const whole = Date.now() + REPOS * 1000;
        if (each.ask === 'public') {
          expect((await send('GET', '/borne/produits')).status).toBe(200);
          continue;
        }
        if (each.ask === 'refresh') {
          const renewed = await borne.api.anonymous<Login>('POST', '/auth/refresh', { refresh: tokens.refresh });
          expect(renewed.status).toBe(alive ? 200 : 401);
          if (alive) tokens = renewed.body.tokens;
        } else if (each.ask === 'read') expect(await home(send)).toBe(alive ? 200 : 401);
        else {
          const said = each.ask === 'count' ? { reste_secondes: each.reste } : undefined;
          expect((await present(send, said)).status).toBe(alive ? 200 : 401);
        }
        if (!alive) return;
        end = each.ask === 'count' ? Date.now() + (each.reste + 5) * 1000 : Math.max(end, whole);
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);
