import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { contentSecurityPolicy } from '../../entetes.ts';
import { type PortsProtocole, repondre, scheme, servir } from './protocole.ts';

let base: string;
beforeAll(() => {
  base = mkdtempSync(path.join(tmpdir(), 'protocole-'));
  for (const folder of ['kiosk/assets', 'pages']) mkdirSync(path.join(base, folder), { recursive: true });
  writeFileSync(path.join(base, 'kiosk/borne.html'), 'borne');
  writeFileSync(path.join(base, 'kiosk/assets/main-1a2b.js'), 'main');
  writeFileSync(path.join(base, 'pages/attente.html'), 'attente');
});
afterAll(() => rmSync(base, { recursive: true }));

const relayer = vi.fn(async () => new Response('du serveur'));
const noter = vi.fn();
let ports: PortsProtocole;
beforeEach(() => {
  vi.clearAllMocks();
  ports = { hote: 'guichet', ecrans: path.join(base, 'kiosk'), coque: path.join(base, 'pages'), relayer, noter };
});

const get = (url: string, over: Partial<PortsProtocole> = {}) => repondre(new Request(url), { ...ports, ...over });

test.each(['app://guichet/borne/', 'app://guichet/borne/contrats/POL', 'app://guichet/borne/?x=1'])(
  '%s is the screens, with the policy of the screens',
  async (url) => {
    const answer = await get(url);
    expect(await answer.text()).toBe('borne');
    expect(answer.headers.get('content-security-policy')).toBe(contentSecurityPolicy());
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  },
);

test('a file of the build is given as itself', async () => {
  const answer = await get('app://guichet/borne/assets/main-1a2b.js');
  expect([await answer.text(), answer.headers.get('content-type')]).toEqual(['main', 'text/javascript; charset=utf-8']);
});

test.each([
  'app://guichet/borne/assets/absent.js',
  'app://guichet/borne/assets/absent',
  'app://guichet/borne/absent.png',
  'app://guichet/borne/..%2f..%2fpackage.json',
  'app://guichet/attente.html',
  'app://guichet/borne',
  'app://guichet/',
  'app://coque/attente.html',
  'app://other/borne/',
])('%s is not there', async (url) => {
  expect((await get(url)).status).toBe(404);
});

test('the API goes through the relay, from the screens alone', async () => {
  expect(await (await get('app://guichet/api/v1/borne/produits')).text()).toBe('du serveur');
  expect((await get('app://coque/api/v1/borne/produits', { hote: 'coque' })).status).toBe(404);
  expect(relayer).toHaveBeenCalledTimes(1);
});

test('the shell’s own window has its own pages, and no screen', async () => {
  expect(await (await get('app://coque/attente.html', { hote: 'coque' })).text()).toBe('attente');
  expect((await get('app://guichet/borne/', { hote: 'coque' })).status).toBe(404);
});

test('nothing is written to files', async () => {
  const answer = await repondre(new Request('app://guichet/borne/', { method: 'POST', body: 'x' }), ports);
  expect(answer.status).toBe(405);
});

test('the scheme is secure and bypasses nothing', () => {
  expect(scheme.privileges).toEqual({
    standard: true,
    secure: true,
    supportFetchAPI: true,
    bypassCSP: false,
    corsEnabled: false,
  });
});

test('an error of ours is logged, and answered without its words', async () => {
  const handle = vi.fn();
  servir({ handle }, ports);
  relayer.mockRejectedValueOnce(new Error('boom'));
  const answer: Response = await handle.mock.calls[0]?.[1](new Request('app://guichet/api/v1/borne/produits'));
  expect([answer.status, await answer.text()]).toEqual([500, '']);
  expect(noter).toHaveBeenCalledWith('chargement_rate', { raison: 'boom' });
});
