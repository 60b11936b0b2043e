import { readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { componentLoader } from '../../admin/panel/components.ts';
import { BUILD } from '../../admin/panel/environment.ts';
import { harden, inert } from '../../admin/panel/harden.ts';
import { PASSWORD } from '../cast.ts';
import { type Session, type TestPanel, testPanel } from './panel.ts';

let panel: TestPanel;
let siege: Session;

beforeAll(async () => {
  panel = await testPanel();
  siege = await panel.as(panel.people.mireille);
});
afterAll(() => panel.close());

describe('forged requests', () => {
  const attempts: [string, Record<string, string>][] = [
    ['another site says so itself', { origin: 'http://evil.example' }],
    ['the browser says cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['the browser says same-site', { 'sec-fetch-site': 'same-site' }],
    ['nobody says anything', { origin: '' }],
    ['a sandboxed frame', { origin: 'null' }],
  ];

  test.each(attempts)('are refused: %s', async (_who, headers) => {
    const id = await panel.client(panel.people.douala, 'INTACT');
    for (const path of [
      `/api/resources/clients/records/${id}/edit`,
      `/api/resources/clients/records/${id}/delete`,
      '/api/resources/clients/actions/new',
      '/deconnexion',
      '/connexion',
      '/profil/langue',
      '/mot-de-passe/oublie',
    ]) {
      expect((await siege.submit(path, { nom: 'FORGE', revision: 1, langue: 'en' }, headers)).status, path).toBe(403);
    }
    expect(await panel.db.rows('select nom, supprime_le from clients where id = $1', [id])).toEqual([
      { nom: 'INTACT', supprime_le: null },
    ]);
  });

  test('our own pages pass, by either header', async () => {
    const id = await panel.client(panel.people.douala, 'OUVERT');
    expect((await siege.edit('clients', id, { ville: 'Douala', revision: 1 })).json.notice?.type).toBe('success');
    const path = `/api/resources/clients/records/${id}/edit`;
    expect(
      (await siege.submit(path, { ville: 'Limbé', revision: 2 }, { origin: '', 'sec-fetch-site': 'same-origin' })).json
        .notice?.type,
    ).toBe('success');
  });

  test('nothing changes by GET', async () => {
    const id = await panel.client(panel.people.douala, 'LU');
    for (const path of [
      `records/${id}/delete`,
      `records/${id}/edit?nom=X`,
      `bulk/bulkDelete?recordIds=${id}`,
      `actions/corbeille?id=${id}&verbe=detruire`,
    ])
      await siege.get(`/api/resources/clients/${path}`);
    expect(await panel.db.rows('select nom, supprime_le from clients where id = $1', [id])).toEqual([
      { nom: 'LU', supprime_le: null },
    ]);
    expect((await siege.get('/deconnexion')).status).not.toBe(303);
    expect((await siege.get('/api/dashboard')).status).toBe(200);
  });
});

describe('bodies', () => {
  test('only forms are read: JSON could name a file of the server', async () => {
    for (const type of ['application/json', 'text/plain', 'application/xml']) {
      const answer = await panel.send('/api/resources/clients/actions/new', {
        method: 'POST',
        headers: { cookie: siege.cookie, origin: panel.origin, 'content-type': type },
        body: '{"file":{"path":"/etc/passwd","name":"x.json"}}',
      });
      expect(answer.status, type).toBe(415);
      expect(answer.text).not.toContain('root:');
    }
  });

  test('a file in a form is dropped before it is written anywhere', async () => {
    const before = readdirSync(os.tmpdir()).filter((name) => name.startsWith('upload_'));
    const form = new FormData();
    form.set('nom', 'AVEC FICHIER');
    form.set('succursale_id', String(panel.people.douala));
    form.set('piece', new File(['x'.repeat(100_000)], 'piece.bin'));
    const answer = await panel.send('/api/resources/clients/actions/new', {
      method: 'POST',
      headers: { cookie: siege.cookie, origin: panel.origin },
      body: form,
    });
    expect(answer.json.notice?.type).toBe('success');
    expect(readdirSync(os.tmpdir()).filter((name) => name.startsWith('upload_'))).toEqual(before);
  });

  test('a body without end, or without a length, is cut off', async () => {
    const answer = await siege.create('clients', { nom: 'x'.repeat(3_000_000) });
    expect(answer.status).toBe(413);
    const stream = new ReadableStream({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode('nom=x'));
        controller.close();
      },
    });
    const init = {
      method: 'POST',
      body: stream,
      duplex: 'half',
      headers: { cookie: siege.cookie, origin: panel.origin, 'content-type': 'application/x-www-form-urlencoded' },
    } as RequestInit;
    expect((await panel.send('/api/resources/clients/actions/new', init)).status).toBe(413);
    expect((await siege.submit('/profil/langue', { langue: 'x'.repeat(100_000) })).status).toBe(413);
  });

  test('bad forms and addresses are the sender’s mistake', async () => {
    const headers = { cookie: siege.cookie, origin: panel.origin, 'content-type': 'multipart/form-data; boundary=x' };
    expect(
      (await panel.send('/api/resources/clients/actions/new', { method: 'POST', headers, body: 'no parts at all' }))
        .status,
    ).toBeLessThan(500);
    expect((await siege.get('/resources/%E0%A4%A')).status).toBeLessThan(500);
    for (const query of ['', '?recordIds=', '?recordIds=a,b', "?recordIds=1'"]) {
      expect((await siege.get(`/api/resources/clients/bulk/bulkDelete${query}`)).status, query).toBe(400);
      expect((await siege.get(`/resources/clients/bulk/bulkDelete${query}`)).status, query).toBe(400);
    }
  });
});

describe('addresses', () => {
  test('what is not there is 404, and lists nothing of what is', async () => {
    for (const path of [
      '/resources/zzz',
      '/api/resources/zzz/actions/list',
      '/api/resources/clients/actions/zzz',
      '/api/resources/clients/records/1/zzz',
      '/api/resources/clients/actions/edit',
      '/api/resources/clients/records/1/list',
      '/api/pages/zzz',
      '/pages/zzz',
      '/refresh-token',
      '/api/resources/constructor/actions/list',
      '/export/zzz',
    ]) {
      const { status, text } = await siege.get(path);
      expect(status, path).toBe(404);
      expect(text, path).not.toMatch(/utilisateurs|registered resources/);
    }
  });

  test('other methods are refused', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      const answer = await panel.send('/api/resources/clients/records/1/edit', {
        method,
        headers: { cookie: siege.cookie, origin: panel.origin },
      });
      expect(answer.status, method).toBe(405);
    }
  });

  test('a stranger is sent to the sign-in page, scripts too, and comes back to where they wanted', async () => {
    const page = await panel.send('/resources/clients?page=2');
    expect(page.status).toBe(302);
    expect(page.headers.get('location')).toBe('/admin/connexion?suite=%2Fadmin%2Fresources%2Fclients%3Fpage%3D2');
    for (const path of ['/api/resources/clients/actions/list', '/api/dashboard', '/api/pages/droits']) {
      const answer = await panel.send(path);
      expect(answer.status, path).toBe(302);
      expect(answer.headers.get('location')).toBe('/admin/connexion');
    }
  });
});

describe('the page', () => {
  const evil = '</script><script>window.PWNED=1</script>\u2028';

  test('a name cannot break out of it', async () => {
    await panel.db.rows('update utilisateurs set prenom = $2 where id = $1', [panel.people.esther.id, evil]);
    panel.guichet.watch.tell('acces', 'utilisateurs');
    const { text } = await (await panel.as(panel.people.esther)).get('/');
    expect(text).not.toContain('<script>window.PWNED');
    expect(text).toContain('\\u003c/script>');
    const state = JSON.parse(/window\.REDUX_STATE = (.*);\n/.exec(text)?.[1] ?? '{}');
    expect(state.session.nom).toContain('</script>');
    const profile = await (await panel.as(panel.people.esther)).get('/profil');
    expect(profile.text).not.toContain('<script');
  });

  test('its scripts carry the nonce of the answer, and nothing comes from elsewhere', async () => {
    const { headers, text } = await siege.get('/resources/clients');
    const policy = headers.get('content-security-policy') ?? '';
    const nonce = /script-src 'nonce-([^']+)' 'strict-dynamic'/.exec(policy)?.[1];
    expect(nonce?.length).toBeGreaterThan(20);
    expect(policy).not.toContain('unsafe-eval');
    expect(policy).toContain(`frame-ancestors 'none'`);
    expect(/script-src [^;]*unsafe-inline/.test(policy)).toBe(false);
    const scripts = text.match(/<script[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(4);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    expect(text).not.toMatch(/(src|href)="https?:/);
    expect((await siege.get('/resources/clients')).headers.get('content-security-policy')).not.toBe(policy);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text).toMatch(/^<!DOCTYPE html>/);
    expect(text).toContain('<html lang="fr">');
  });

  test('a page of another shape is not let out', () => {
    expect(() => harden('<script>window.REDUX_STATE = {}</script>', 'n', new Map())).toThrow();
    expect(inert('{"a":"</script>"}')).toBe('{"a":"\\u003c/script>"}');
  });
});

describe('files', () => {
  const names = [
    'global.bundle.js',
    'app.bundle.js',
    'design-system.bundle.js',
    'components.bundle.js',
    'panel.css',
    'pages.css',
    'logo.svg',
    'icone.svg',
  ];

  test.each(names)('%s is there for everybody, compressed, and kept for good under its version', async (name) => {
    const plain = await panel.send(`/frontend/assets/${name}`, { headers: { 'accept-encoding': 'identity' } });
    expect(plain.status).toBe(200);
    expect(plain.headers.get('cache-control')).toBe('no-cache');
    const etag = plain.headers.get('etag') ?? '';
    const versioned = await panel.send(`/frontend/assets/${name}?v=${etag.slice(1, -1)}`, {
      headers: { 'accept-encoding': 'br' },
    });
    expect(versioned.headers.get('content-encoding')).toBe('br');
    expect(versioned.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await panel.send(`/frontend/assets/${name}`, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  test('a page asks for its scripts by their versions', async () => {
    const { text } = await siege.get('/');
    for (const name of names.slice(0, 5))
      expect(text).toMatch(new RegExp(`/admin/frontend/assets/${name}\\?v=[0-9a-f]{16}"`));
  });

  test('AdminJS’s own are those for production', async () => {
    const { text } = await panel.send('/frontend/assets/app.bundle.js', { headers: { 'accept-encoding': 'identity' } });
    expect(text.length).toBeLessThan(1_000_000);
  });

  test('every component of the loader is in the bundle', () => {
    const bundle = readFileSync(`${BUILD}/bundle.js`, 'utf8');
    const names = Object.keys(componentLoader.getComponents());
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) expect(bundle, name).toContain(`UserComponents.${name}=`);
  });
});

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
