import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openWindow } from '../../../tests/panel/browser.ts';
import { openDevis } from './devis.fixture.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let ici: Awaited<ReturnType<typeof openDevis>>;
let browser: Browser;
beforeAll(async () => {
  [ici, browser] = await Promise.all([openDevis(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await ici.fermer();
});

/** Everything that axe holds against the page, and whether it is wider than its window. */
async function mistakes(page: Page): Promise<string[]> {
  // The page’s own policy lets no script in: what is asked here comes from outside of it.
  const found = (await page.evaluate(`(() => { ${axe}; return axe.run().then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ target }) => target).join()))})()`)) as string[];
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  return wide ? [...found, 'wider than the window'] : found;
}

test.each([390, 1440])('at %i px the link is read, answered wrongly, then rightly', async (width) => {
  const chemin = await ici.envoye(await ici.nouveau({ contenu: 'Voici notre offre pour vos 12 véhicules.' }));
  const { page, context, complaints } = await openWindow(browser, ici.origin, { width });
  await page.goto(chemin);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Flotte de la société');
  expect(await page.getByRole('row', { name: /Assistance/ }).textContent()).toMatch(/50\s000/);
  expect(await page.getByText('Deux millions quatre cent cinquante mille francs CFA').isVisible()).toBe(true);
  expect(await mistakes(page)).toEqual([]);
  await page.getByText('Refuser ce devis').click();
  expect(await page.getByLabel('Pourquoi ?').isVisible()).toBe(true);
  expect(await mistakes(page)).toEqual([]);
  await page.getByLabel('Votre nom').fill('Solange');
  await page.getByRole('button', { name: 'J’accepte le devis' }).click();
  await page.getByText('Cochez cette case').waitFor();

  expect(await page.getByLabel('Votre nom').inputValue()).toBe('Solange');
  expect(await mistakes(page)).toEqual([]);
  await page.getByLabel(/Bon pour accord/).check();
  await page.getByRole('button', { name: 'J’accepte le devis' }).click();
  await page.getByText(/a été accepté le .* par Solange/).waitFor();
  expect(await page.getByRole('button').count()).toBe(0);
  expect(await mistakes(page)).toEqual([]);
  await page.getByRole('link', { name: 'In English' }).click();
  await page.getByText(/was accepted on/).waitFor();
  // The one refusal is the answer that lacked a tick.
  expect(complaints.filter((each) => !each.includes('400'))).toEqual([]);
  await page.goto(`${chemin}x`);
  await page.getByRole('heading', { name: 'Ce lien ne s’ouvre pas' }).waitFor();
  expect(await mistakes(page)).toEqual([]);
  await context.close();
});
