import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
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

test('a process in production serves the bundle that was built, and its cookie is for https alone', async () => {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: panel.db.url,
    GUICHET_SECRET: 'y'.repeat(40),
    GUICHET_CLE_JOURNAL: randomBytes(32).toString('base64'),
    GUICHET_PROXIES: '1',
  };
  const file = fileURLToPath(new URL('./production.fixture.ts', import.meta.url));
  const args = ['--import', 'tsx', file, panel.people.paul.email, PASSWORD];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env, maxBuffer: 10_000_000 });
  expect(stdout).not.toContain('bundling');
  const told = JSON.parse(stdout);
  expect(told).toMatchObject({ bundle: 200, page: 200, cookie: expect.stringContaining('; Secure;') });
  expect(told.length).toBeGreaterThan(10_000);
  expect(told.html).toContain('window.REDUX_STATE');
});
