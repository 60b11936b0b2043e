import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestApi, testApi } from '../../../tests/api.ts';
import { PASSWORD } from '../../../tests/cast.ts';

let api: TestApi;
let browser: Browser;
beforeAll(async () => {
  api = await testApi();
  const executablePath = await chromium.executablePath();
  expect(existsSync(executablePath)).toBe(true);
  browser = await playwright.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await api.close();
});

/** The page in a window of this size, with what went wrong in it and where it asked. */
async function open(width: number, query = '') {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'fr-FR' });
  const page = await context.newPage();
  const wrong: string[] = [];
  const hosts = new Set<string>();
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('request', (request) => request.url().startsWith('http') && hosts.add(new URL(request.url()).host));
  await page.goto(`${api.origin}/api/docs${query}`);
  await page.waitForSelector('.opblock-tag');
  return { page, wrong, hosts, close: () => context.close() };
}

const block = (page: Page, tag: string, operationId: string) => page.locator(`#operations-${tag}-${operationId}`);

/** Tries an operation out and answers the status that the page shows. */
async function tryOut(page: Page, tag: string, operationId: string, body?: object): Promise<string> {
  const operation = block(page, tag, operationId);
  if (!(await operation.isVisible())) await page.click(`[id="operations-tag-${tag}"]`);
  await operation.locator('.opblock-summary-control').click();
  await operation.getByRole('button', { name: 'Essayer' }).click();
  if (body) await operation.locator('textarea.body-param__text').fill(JSON.stringify(body));
  await operation.getByRole('button', { name: 'Envoyer' }).click();
  return operation.locator('.live-responses-table .response .response-col_status').first().innerText();
}

describe('the interactive documentation', () => {
  test('is tried out against this very server, and signing in there signs the page in', async () => {
    const { page, wrong, hosts, close } = await open(1440);
    expect(await page.title()).toBe('Documentation de l’API Guichet');
    expect(
      await tryOut(page, 'auth', 'auth_login', { email: api.people.mireille.email, password: PASSWORD }),
    ).toContain('200');
    expect(await tryOut(page, 'clients', 'clients_list')).toContain('200');
    expect(wrong).toEqual([]);
    expect([...hosts]).toEqual([new URL(api.origin).host]);
    await close();
  }, 90_000);

  test('speaks French around the document too, and English on demand', async () => {
    const { page, close } = await open(1440);
    await page.click('[id="operations-tag-agents"]');
    await block(page, 'agents', 'agents_create').locator('.opblock-summary-control').click();
    await block(page, 'agents', 'agents_create').getByRole('button', { name: 'Essayer' }).waitFor();
    const text = await page.locator('#swagger-ui').innerText();
    for (const said of ['Paramètres', 'Corps de la demande', 'Réponses', 'Type de contenu', 'Exemple'])
      expect(text).toContain(said);
    expect(text).not.toMatch(/Parameters|Request body|Responses|Media type|Example|Default value|Try it out/);
    await close();
    const english = await open(1440, '?langue=en');
    expect(await english.page.title()).toBe('Guichet API documentation');
    await english.close();
  }, 60_000);

  test('fits a telephone', async () => {
    const { page, wrong, close } = await open(390);
    await page.click('[id="operations-tag-auth"]');
    await block(page, 'auth', 'auth_login').locator('.opblock-summary-control').click();
    await block(page, 'auth', 'auth_login').getByRole('button', { name: 'Essayer' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(wrong).toEqual([]);
    await close();
  }, 60_000);
});

test('its policy allows nothing from elsewhere and no inline or evaluated script', async () => {
  const { headers } = await api.anonymous('GET', '/api/docs');
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  expect((await api.anonymous('GET', '/api/docs')).text).not.toMatch(/<script(?![^>]*src=)|\s(?:style|on\w+)=/);
});

test('every error leads to its explanation there', async () => {
  const { text } = await api.anonymous('GET', '/api/docs');
  const { body } = await api.anonymous<{
    components: { schemas: { Problem: { properties: { code: { enum: string[] } } } } };
  }>('GET', '/schema');
  for (const code of body.components.schemas.Problem.properties.code.enum)
    expect(text).toContain(`id="probleme-${code}"`);
  const refused = await api.anonymous('GET', '/clients');
  expect(text).toContain(`id="${String(refused.body.type).split('#')[1]}"`);
});

test('only the files of the page are served', async () => {
  expect((await api.anonymous('GET', '/api/docs/docs.js')).status).toBe(200);
  for (const path of ['swagger-ui-bundle.js.map', 'package.json', '..%2fdocs.ts', 'index.html']) {
    expect((await api.anonymous('GET', `/api/docs/${path}`)).status, path).toBe(404);
  }
});
