import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pay } from '../../server/features/assurance/factory.ts';
import { portefeuille } from '../../server/features/rapports/chiffres/portefeuille.fixture.ts';
import { PASSWORD } from '../cast.ts';
import { faults } from './board.fixture.ts';
import { openBrowser, openWindow, signIn, type Window } from './browser.ts';
import { type TestPanel, testPanel } from './panel.ts';

/** The home as it looks and keeps up, in a real browser. */
let panel: TestPanel;
let browser: Browser;
let window: Window;
let page: Page;

beforeAll(async () => {
  [panel, browser] = await Promise.all([testPanel(), openBrowser()]);
  await portefeuille(panel.db, panel.people);
});
afterAll(async () => {
  await browser.close();
  await panel.close();
});
beforeEach(async () => {
  window = await openWindow(browser, panel.origin);
  page = window.page;
});
afterEach(async () => {
  expect(window.complaints).toEqual([]);
  await window.context.close();
});

const digits = (text: string | null) =>
  Number(/-?\d[\d\s]*/.exec((text ?? '').replace('−', '-'))?.[0].replace(/\s/g, ''));
const figure = (nom: string) => page.locator(`[data-chiffre="${nom}"]`);
const settled = async () => {
  await figure('encaisse').waitFor();
  await page.locator('.g-attend, figure[aria-busy="true"], .g-ancien').first().waitFor({ state: 'detached' });
};
const home = async (who: { email: string } = panel.people.mireille, query = '') => {
  await signIn(page, who.email, PASSWORD);
  if (query) await page.goto(`../admin?${query}`);
  await settled();
};

/** How many rows the list that opened says it has. */
async function rows(): Promise<number> {
  const heading = page.getByRole('heading', { level: 2, name: /\d$/ });
  return digits(/[\d\s]+$/.exec(await heading.innerText())?.[0] ?? null);
}
/** What they add up to, where the number was a sum. */
const sum = async () => digits(await page.locator('.g-filtres-actifs p strong').innerText());

describe.each(['mireille', 'paul', 'awa', 'chantal', 'esther'] as const)('the home of %s', (who) => {
  test('each number opens what adds up to it', { timeout: 90_000 }, async () => {
    await home(panel.people[who]);
    const links = page.locator('.g-accueil a[href*="/admin/resources/"]:not([href*="/records/"])');
    const count = await links.count();
    expect(count).toBeGreaterThan(30);
    for (let i = 1; i < count; i += who === 'mireille' ? 17 : 41) {
      const link = links.nth(i);
      const number = (await link.locator('strong').count()) > 0 ? link.locator('strong') : link;
      const text = (await number.innerText()).split(/\s: /).at(-1) ?? '';
      if (text.includes('%')) continue;
      const href = await link.getAttribute('href');
      await link.click();
      const wanted = Math.abs(digits(text));
      // Movements have a sign: their sum is the number, not how many they are.
      const added = text.includes('FCFA') || href?.includes('mouvements');
      const told = async () => (added ? Math.abs(await sum()) : await rows());
      await expect.poll(told, { timeout: 10_000, message: href ?? '' }).toBe(wanted);
      await page.goBack();
      await settled();
    }
  });
});

test('a press on a bar opens its rows, with the filter in words, each to be taken away', async () => {
  await home();
  const canvas = figure('sinistres').locator('canvas');
  const box = await canvas.boundingBox();
  if (!box) throw new Error('no canvas');
  // The first bar stands on the left, above its name.
  await canvas.click({ position: { x: box.width / 8 + 20, y: box.height - 45 } });
  const words = page.locator('.g-filtres-actifs li');
  await words.filter({ hasText: 'Statut : Déclaré' }).waitFor();
  await words.filter({ hasText: 'Déclaré le : ' }).waitFor();
  const before = await rows();
  await page.getByRole('button', { name: 'Retirer le filtre Statut' }).click();
  await words.filter({ hasText: 'Statut : Déclaré' }).waitFor({ state: 'detached' });
  await expect.poll(async () => await rows()).toBeGreaterThan(before);
});

test('period and succursale hold for all figures, stand in the address and survive a reload', async () => {
  await home();
  const before = await figure('encaisse').innerText();
  await page.getByLabel('Période').selectOption({ label: 'Douze derniers mois' });
  await page.getByLabel('Succursale').selectOption({ label: 'INTIA-Douala' });
  await expect.poll(() => page.url()).toContain(`periode=douze_mois&succursale_id=${panel.people.douala}`);
  await settled();
  await expect.poll(() => figure('encaisse').innerText()).not.toBe(before);
  const chosen = await figure('encaisse').innerText();
  await page.reload();
  await settled();
  expect(await figure('encaisse').innerText()).toBe(chosen);
  expect(await page.getByLabel('Période').inputValue()).toBe('douze_mois');
  await page.getByLabel('Période').selectOption({ label: 'Du … au …' });
  await page.getByLabel('Du', { exact: true }).fill('2026-01-01');
  await expect.poll(() => page.url()).toContain('du=2026-01-01');
  await figure('clients').click();
  expect(await page.locator('.g-filtres-actifs').innerText()).toContain('INTIA-Douala');
});

test('a payment shows by itself: only what it touches is asked for again, nothing is drawn anew', async () => {
  await home();
  await page.getByText('tenus à jour').waitFor();
  const before = digits(await figure('encaisse').locator('strong').innerText());
  await figure('encaissements')
    .locator('canvas')
    .evaluate((each) => each.setAttribute('data-same', 'yes'));
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const [row] = await panel.db.rows<{ id: number }>(`select id from souscriptions where statut = 'activee' limit 1`);
  await pay(panel.db.database, row?.id as number, 12_345);
  // As every write through the engine tells all processes.
  await panel.db.rows(`select pg_notify('guichet_donnees', 'paiements')`);
  const collected = async () => digits(await figure('encaisse').locator('strong').innerText());
  await expect.poll(collected, { timeout: 15_000 }).toBe(before + 12_345);
  expect(await figure('encaissements').locator('canvas[data-same]').count()).toBe(1);
  const figures = asked.filter((url) => url.includes('/api/chiffres/')).join();
  expect(figures).toContain('encaisse');
  expect(figures).not.toContain('pipeline');
});

test('a figure that fails says so by itself and can be tried again; the others stay', async () => {
  const refused = { chiffres: {}, erreurs: { encaissements: 'Le service est momentanément indisponible.' } };
  await page.route('**/api/chiffres/encaissements,*', (route) => route.fulfill({ json: refused }));
  await home();
  await figure('encaissements').getByText('momentanément indisponible').waitFor();
  expect(await figure('contrats').locator('canvas').count()).toBe(1);
  await figure('encaissements').getByRole('button', { name: 'Réessayer' }).click();
  await figure('encaissements').locator('canvas').waitFor();
});

test('a line that is lost says so and is tried again; a hidden tab rests', async () => {
  await page.route('**/api/flux', (route) => route.abort());
  await home();
  await page.getByText(/Connexion perdue\. Nouvel essai dans \d+ s\./).waitFor();
  await page.unroute('**/api/flux');
  await page.getByText('tenus à jour').waitFor();
  const look = (state: string) =>
    page.evaluate((now) => {
      Object.defineProperty(document, 'visibilityState', { value: now, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  await look('hidden');
  await page.getByText('en pause').waitFor();
  await look('visible');
  await page.getByText('tenus à jour').waitFor();
  window.complaints.splice(0);
});

test('who signs out elsewhere is told that the session is over, and sees no more', async () => {
  await home();
  const other = await window.tab();
  await other.goto('../admin');
  await other.getByRole('button', { name: 'Se déconnecter' }).click();
  await page.getByText('Votre session a pris fin.').waitFor();
  expect(await figure('encaisse').count()).toBe(0);
});

describe.each([390, 820, 1440])('at a width of %i', (width) => {
  test('drawings can be read as tables by the keyboard, axe finds no fault, nothing sticks out', async () => {
    const sized = await openWindow(browser, panel.origin, { width });
    page = sized.page;
    await home();
    expect(await faults(page)).toEqual([]);
    const button = figure('contrats').getByRole('button', { name: 'Tableau' });
    await button.focus();
    await page.keyboard.press('Enter');
    await figure('contrats').getByRole('rowheader', { name: 'Activée' }).waitFor();
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    const drawings = page.getByRole('button', { name: 'Tableau', pressed: false });
    while ((await drawings.count()) > 0) await drawings.first().click();
    expect(await faults(page)).toEqual([]);
    const wide = await page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('[data-css="app-content"], .g-carte, .g-total')]
        .filter((each) => each.scrollWidth - each.clientWidth > 1)
        .map((each) => each.className || each.tagName),
    );
    expect(wide).toEqual([]);
    expect(sized.complaints).toEqual([]);
    await sized.context.close();
  });
});
