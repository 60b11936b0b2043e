import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { JEAN } from '../../server/http/borne/borne.fixture.ts';
import { type Kiosk, openKiosk } from './kiosk.ts';
import { everythingKept, keptOnPhone } from './phone.fixture.ts';

let kiosk: Kiosk;
beforeAll(async () => {
  kiosk = await openKiosk({ size: 'p' });
});
afterAll(() => kiosk.close());

interface Manifest {
  name: string;
  start_url: string;
  scope: string;
  display: string;
  theme_color: string;
  background_color: string;
  icons: { src: string; sizes: string; type: string; purpose: string }[];
  shortcuts: { name: string; url: string }[];
}

const at = (where: string) => fetch(new URL(where, kiosk.borne.api.origin));

test('a telephone may install the screens: manifest and icons are what they say', async () => {
  const answer = await at('/espace/manifest.webmanifest');
  expect(answer.headers.get('content-type')).toMatch(/^application\/manifest\+json/);
  const manifest = (await answer.json()) as Manifest;
  const tokens = readFileSync('kiosk/app/style/tokens.css', 'utf8');
  expect(manifest).toMatchObject({
    name: 'Guichet, mon espace',
    start_url: '/espace/',
    scope: '/espace/',
    display: 'standalone',
    theme_color: /--action: (#\w+);/.exec(tokens)?.[1],
    background_color: /--fond: (#\w+);/.exec(tokens)?.[1],
  });
  expect(manifest.shortcuts.map(({ name, url }) => [name, url])).toEqual([
    ['Payer', '/espace/payer'],
    ['Mes contrats', '/espace/contrats'],
  ]);
  const touch = /apple-touch-icon" href="([^"]+)"/.exec(await (await at('/espace/')).text())?.[1] ?? '';
  const wanted = [...manifest.icons, { src: touch, sizes: '180x180', type: 'image/png', purpose: 'apple' }];
  expect(wanted.map(({ sizes, purpose }) => `${sizes} ${purpose}`).toSorted()).toEqual([
    '180x180 apple',
    '192x192 any',
    '192x192 maskable',
    '512x512 any',
    '512x512 maskable',
  ]);
  for (const { src, sizes, type } of wanted) {
    const icon = await at(src);
    const { width, height, format } = await sharp(Buffer.from(await icon.arrayBuffer())).metadata();
    expect([icon.headers.get('content-type'), `image/${format}`, `${width}x${height}`], src).toEqual([
      type,
      type,
      sizes,
    ]);
  }
});

test('the service worker is asked for anew each time, and rules the telephone’s pages alone', async () => {
  const answer = await at('/espace/sw.js');
  expect([answer.headers.get('cache-control'), answer.headers.get('content-type')]).toEqual([
    'no-cache',
    'text/javascript; charset=utf-8',
  ]);
  const { page, complaints, close } = await kiosk.show({ size: 'p' });
  await keptOnPhone(page);
  const scopes = await page.evaluate(async () =>
    (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
  );
  expect(scopes.map((each) => new URL(each).pathname)).toEqual(['/espace/']);
  expect((await everythingKept(page)).caches).toEqual(
    expect.arrayContaining([
      '/espace/',
      '/borne/icone.svg',
      expect.stringMatching(/\.js$/),
      expect.stringMatching(/\.css$/),
    ]),
  );
  expect(complaints).toEqual([]);
  await close();
});

test('a terminal has no service worker and keeps nothing', async () => {
  const { page, complaints, close } = await kiosk.show();
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  expect((await everythingKept(page)).caches).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});

/** Makes another version of what is served. */
function changeVersion(): void {
  const file = path.join(kiosk.built, 'sw.js');
  const before = readFileSync(file, 'utf8');
  rmSync(file);
  writeFileSync(file, before.replaceAll(/version:`(\w+)`/g, 'version:`$1x`'));
}

const versions = (name: string[]) => name.map((each) => each.replace(/^guichet-ecrans-\w{16}/, ''));

test('a new version is taken when the client says so, and they stay signed in; else at the next start', async () => {
  const { page, signIn, complaints, close } = await kiosk.show({ size: 'p' });
  await keptOnPhone(page);
  await page.reload();
  await signIn(JEAN);
  changeVersion();
  const look = () => page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  const kept = () => page.evaluate(() => caches.keys());
  await look();
  await page.getByRole('button', { name: 'Mettre à jour' }).click();
  await expect.poll(async () => versions(await kept())).toEqual(['x']);
  await page.getByRole('heading', { name: 'Mes contrats' }).waitFor();
  expect(await page.getByRole('button', { name: 'Mettre à jour' }).count()).toBe(0);

  changeVersion();
  await look();
  await page.getByRole('button', { name: 'Mettre à jour' }).waitFor();
  await page.reload();
  await expect.poll(async () => versions(await kept())).toEqual(['xx']);
  await page.getByRole('heading', { name: 'Mes contrats' }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test('a visit goes on after a reload where it was, without the welcome in between', async () => {
  const { page, signIn, complaints, close } = await kiosk.show({ size: 'p' });
  await signIn(JEAN);
  await page.addInitScript(() => {
    const seen = new Set<string>();
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const title = document.querySelector('h1')?.textContent;
      if (title) seen.add(title);
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  await page.getByRole('link', { name: 'Contrats', exact: true }).click();
  await page.waitForURL('**/contrats');
  await page.reload();
  await page.getByText('POL002').first().waitFor();
  const seen = await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen]);
  expect([new URL(page.url()).pathname, seen.length]).toEqual(['/espace/contrats', 1]);
  await page.goto('./');
  await page.getByRole('heading', { name: 'Mes contrats' }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test('whoever was never here is not asked for: nothing fails at a start', async () => {
  const { page, complaints, close } = await kiosk.show({ size: 'p' });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.reload();
  await page.getByRole('link', { name: /Mon assurance/ }).waitFor();
  expect([asked.filter((each) => each.includes('/auth/')), complaints]).toEqual([[], []]);
  await close();
});

test('how to keep the screens is said on the tableau alone, and can be sent away for good', async () => {
  const { page, signIn, axe, overflows, complaints, close } = await kiosk.show({ size: 'p' });
  const offer = () =>
    page.evaluate(() => {
      Object.assign(window, { asked: 0 });
      const prompt = async () => void Object.assign(window, { asked: 1 });
      window.dispatchEvent(Object.assign(new Event('beforeinstallprompt'), { prompt }));
    });
  await offer();
  expect(await page.getByText('Gardez Guichet').count()).toBe(0);
  await signIn(JEAN);
  await page.getByRole('button', { name: 'Installer' }).waitFor();
  expect([await axe(), await overflows()]).toEqual([[], false]);
  await page.getByRole('button', { name: 'Installer' }).click();
  expect(await page.evaluate(() => (window as unknown as { asked: number }).asked)).toBe(1);
  await page.getByText('Gardez Guichet').waitFor({ state: 'detached' });
  await offer();
  await page.getByRole('button', { name: 'Plus tard' }).click();
  await page.reload();
  await page.getByRole('heading', { name: 'Mes contrats' }).waitFor();
  await offer();
  expect(await page.getByText('Gardez Guichet').count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
});
