import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { accueil } from '../../kiosk/app/texts/fr/accueil.ts';
import { buildOne, ecrans } from '../../scripts/bundles/stale.ts';
import { coque } from '../../scripts/kiosk/coque.ts';
import { electronInstalle } from '../../scripts/kiosk/electron.ts';
import { type Borne, openBorne } from '../../server/http/borne/borne.fixture.ts';
import { openTerminaux } from '../../server/http/borne/terminal.fixture.ts';

const binaire = electronInstalle();
const shown = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const xvfb = !spawnSync('Xvfb', ['-help']).error;
const missing = !binaire
  ? 'no Electron binary'
  : !shown && !xvfb
    ? 'no screen, and no Xvfb to make one'
    : process.getuid?.() === 0
      ? 'Chromium’s sandbox does not run as root'
      : '';
const why = missing && ` (skipped: ${missing})`;

/** A screen of our own where there is none. Answers its name. */
async function openScreen(): Promise<{ display: string; server?: ChildProcess }> {
  if (shown) return { display: process.env.DISPLAY ?? '' };
  const options = ['-displayfd', '3', '-screen', '0', '1080x1920x24', '-nolisten', 'tcp'];
  const server = spawn('Xvfb', options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const [number] = await once(server.stdio[3] as NodeJS.ReadableStream, 'data');
  return { display: `:${String(number).trim()}`, server };
}

describe.skipIf(missing)(`the shell in its own Electron${why}`, () => {
  let dossier: string;
  let borne: Borne;
  let screen: Awaited<ReturnType<typeof openScreen>>;
  let app: ElectronApplication;
  let page: Page;

  beforeAll(async () => {
    dossier = mkdtempSync(path.join(tmpdir(), 'guichet-coque-'));
    await buildOne(ecrans);
    await buildOne(coque);
    borne = await openBorne();
    const { jeton, id } = await (await openTerminaux(borne)).enrolee('Hall de Douala');
    const identite = { serveur: borne.api.origin, jeton, borne: { id, nom: 'Hall de Douala', succursale: 'Douala' } };
    writeFileSync(path.join(dossier, 'identite.json'), JSON.stringify(identite), { mode: 0o600 });
    screen = await openScreen();
    app = await _electron.launch({
      executablePath: binaire,
      args: [path.resolve(coque.made), `--user-data-dir=${dossier}`],
      env: {
        PATH: process.env.PATH ?? '',
        HOME: dossier,
        DISPLAY: screen.display,
        XAUTHORITY: process.env.XAUTHORITY ?? '',
        WAYLAND_DISPLAY: process.env.WAYLAND_DISPLAY ?? '',
        STATE_DIRECTORY: dossier,
        RUNTIME_DIRECTORY: path.join(dossier, 'run'),
        GUICHET_BORNE_CONFIGURATION: path.join(dossier, 'borne.json'),
        GUICHET_BORNE_SERVEUR: borne.api.origin,
      },
    });
    page = await vi.waitUntil(
      () => app.windows().find((each) => each.url().startsWith('app://guichet/borne/')),
      20_000,
    );
  });
  afterAll(async () => {
    await app?.close();
    screen?.server?.kill();
    await borne?.close();
    if (dossier) rmSync(dossier, { recursive: true, force: true });
  });

  test('begins on the welcome screen', async () => {
    await page.getByText(accueil.titre).waitFor();
    expect(await page.evaluate(() => typeof window.guichet)).toBe('object');
  });

  test('gives its screens nothing of Node', async () => {
    expect(
      await page.evaluate(() => [typeof Reflect.get(window, 'require'), typeof Reflect.get(window, 'process')]),
    ).toEqual(['undefined', 'undefined']);
  });

  test.each(['https://example.com/', 'file:///etc/passwd', 'app://autre/'])('does not go to %s', async (address) => {
    await page.evaluate((to) => {
      window.location.href = to;
    }, address);
    await page.waitForTimeout(500);
    expect(page.url()).toMatch(/^app:\/\/guichet\/borne\//);
  });

  test('opens no second window', async () => {
    expect(await page.evaluate(() => window.open('https://example.com/'))).toBe(null);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  test('asks nobody but itself', async () => {
    const asked = page.evaluate(() =>
      fetch('https://example.com/').then(
        () => 'answered',
        () => 'refused',
      ),
    );
    expect(await asked).toBe('refused');
  });
});
