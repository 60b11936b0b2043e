import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD } from '../cast.ts';
import { type Session, type TestPanel, testPanel } from './panel.ts';

let panel: TestPanel;
let siege: Session;

beforeAll(async () => {
  panel = await testPanel();
  siege = await panel.as(panel.people.mireille);
});
afterAll(() => panel.close());

describe('sessions', () => {
  test('the cookie is out of reach for scripts and other sites, and each sign-in has a new one', async () => {
    const answer = await panel.post(
      '/connexion',
      { email: panel.people.paul.email, mot_de_passe: PASSWORD },
      { cookie: siege.cookie },
    );
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^guichet_panneau=[^;]+; Path=\/admin; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    expect(panel.cookieOf(answer)).not.toBe(siege.cookie);
    siege = await panel.as(panel.people.mireille);
  });

  test('a session in the database holds who, and no right or secret', async () => {
    const kept = await panel.db.rows<{ sess: Record<string, unknown> }>('select sess from sessions');
    for (const { sess } of kept) {
      expect(Object.keys(sess).sort()).toEqual(['cookie', 'passport']);
      expect(Object.keys((sess.passport as { user: object }).user).sort()).toEqual(['epoque', 'id']);
    }
  });

  test.each([
    ['a closed account', 'update utilisateurs set actif = false where id = $1'],
    ['closed sessions', 'update utilisateurs set epoque = epoque + 1 where id = $1'],
  ])('%s ends it at once', async (_what, change) => {
    const { chantal } = panel.people;
    await panel.db.rows('update utilisateurs set actif = true where id = $1', [chantal.id]);
    panel.guichet.watch.tell('acces', '');
    const session = await panel.as(chantal);
    expect((await session.get('/api/dashboard')).status).toBe(200);
    await panel.db.rows(change, [chantal.id]);
    await expect.poll(async () => (await session.get('/api/dashboard')).status).toBe(302);
    await panel.db.rows('update utilisateurs set actif = true where id = $1', [chantal.id]);
  });

  test('half an hour without a request ends it; a request gives it another half', async () => {
    const session = await panel.as(panel.people.paul);
    const left = async () =>
      (await panel.db.rows<{ s: number }>('select max(extract(epoch from expire - now()))::int as s from sessions'))[0]
        ?.s ?? 0;
    expect(await left()).toBeGreaterThan(1790);
    expect((await session.get('/api/dashboard')).headers.getSetCookie()[0]).toContain('Expires=');
    await panel.db.rows(`update sessions set expire = now() - interval '1 second'`);
    expect((await session.get('/api/dashboard')).status).toBe(302);
  });
});
