import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { buildOne, ecrans } from '../../scripts/bundles/stale.ts';
import { coque } from '../../scripts/kiosk/coque.ts';
import { openBrowser } from '../../tests/panel/browser.ts';
import type { Hote } from './adresses.ts';
import { repondre } from './schema/protocole.ts';

let browser: Browser;
const closing: (() => void)[] = [];
beforeAll(async () => {
  await buildOne(ecrans);
  await buildOne(coque);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  for (const close of closing) close();
});

/** What a window gets in the shell, over a port: the same function answers, with the same headers. */
async function open(hote: Hote, path: string, prepare?: (page: Page) => Promise<unknown>): Promise<Page> {
  const ports = { hote, ecrans: 'build/kiosk', coque: 'build/shell/pages', noter: vi.fn() };
  const relayer = async () => Response.json({ code: 'serveur_injoignable' }, { status: 502 });
  const server = createServer(async ({ url }, res) => {
    const answer = await repondre(new Request(`app://${hote}${url}`), { ...ports, relayer });
    res.writeHead(answer.status, Object.fromEntries(answer.headers)).end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(
    () => server.closeAllConnections(),
    () => server.close(),
  );
  const context = await browser.newContext({ viewport: { width: 1080, height: 1920 }, hasTouch: true });
  const page = await context.newPage();
  await prepare?.(page);
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
  return page;
}

test('the screens open from the shell, and nothing but their own code runs in them', async () => {
  const page = await open('guichet', '/borne/', (fresh) =>
    fresh.addInitScript(() => {
      const refus: string[] = [];
      Object.assign(window, { refus });
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
        refus.push(`${effectiveDirective} ${blockedURI}`),
      );
    }),
  );
  await page.getByRole('heading', { level: 1 }).first().waitFor({ timeout: 8000 });
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "pris"';
    document.head.append(script);
    const button = document.createElement('button');
    button.setAttribute('onclick', 'document.title = "pris"');
    document.body.append(button);
    button.click();
    const elsewhere = document.createElement('script');
    elsewhere.src = 'https://evil.example/x.js';
    document.head.append(elsewhere);
  });
  expect(await page.title()).not.toBe('pris');
  await page.evaluate(() => void fetch('https://evil.example/').catch(() => undefined));
  const blocked = () => page.evaluate(() => Reflect.get(window, 'refus') as string[]);
  await vi.waitFor(async () =>
    expect(new Set(await blocked())).toEqual(
      new Set([
        'script-src-elem inline',
        'script-src-attr inline',
        'script-src-elem https://evil.example/x.js',
        'connect-src https://evil.example/',
      ]),
    ),
  );
});

test('an administrator enrols the terminal by touch alone, and is told what is wrong', async () => {
  const codes: string[] = [];
  const page = await open('coque', '/enrolement.html', async (fresh) => {
    await fresh.exposeFunction('recevoir', (code: string) => {
      codes.push(code);
      return { statut: 'refus', message: 'Ce code n’est pas valable.' };
    });
    await fresh.addInitScript(() => {
      Object.assign(window, { coque: { enroler: (code: string) => Reflect.get(window, 'recevoir')(code) } });
    });
  });
  const valider = page.getByRole('button', { name: 'Mettre en service' });
  for (const signe of 'ABCDE2345') await page.getByRole('button', { name: signe, exact: true }).tap();
  expect(await valider.isDisabled()).toBe(true);
  await page.getByRole('button', { name: '7', exact: true }).tap();
  expect(await page.locator('#code').innerText()).toBe('ABCDE-23457');
  const sizes = await page.getByRole('button').evaluateAll((all) => all.map((each) => each.getBoundingClientRect()));
  for (const { width, height } of sizes) expect(Math.min(width, height)).toBeGreaterThanOrEqual(60);
  await valider.tap();
  await page.getByText('Ce code n’est pas valable.').waitFor();
  expect(codes).toEqual(['ABCDE23457']);
  expect(await page.locator('#code').innerText()).toBe('');
});
