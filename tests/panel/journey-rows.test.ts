import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PASSWORD } from '../cast.ts';
import { openBrowser, openWindow, signIn, type Window } from './browser.ts';
import { type Dossier, dossier } from './dossier.fixture.ts';
import { type TestPanel, testPanel } from './panel.ts';

/** The page of a row, the menu and the buttons, in a real browser. */
let panel: TestPanel;
let browser: Browser;
let window: Window;
let page: Page;
let file: Dossier;

beforeAll(async () => {
  [panel, browser] = await Promise.all([testPanel(), openBrowser()]);
  file = await dossier(panel, panel.people.douala, 'EBODE');
});
afterAll(async () => {
  await browser.close();
  await panel.close();
});
beforeEach(async () => {
  window = await openWindow(browser, panel.origin);
  page = window.page;
  await signIn(page, panel.people.mireille.email, PASSWORD);
});
afterEach(async () => {
  expect(window.complaints).toEqual([]);
  await window.context.close();
});

const tab = (name: RegExp | string) => page.getByRole('tab', { name });
const openContrat = async () => {
  await page.goto(`resources/contrats/records/${file.contrat}/show`);
  await page.getByRole('heading', { name: file.police }).waitFor();
};

describe('what belongs to a row', () => {
  test('is a tab with its count; its rows lead on, and back to the same tab', async () => {
    await openContrat();
    await tab('Cotisations 12').click();
    await page.getByRole('columnheader', { name: 'Quittance' }).waitFor();
    expect(await page.getByRole('columnheader', { name: 'Souscription' }).count()).toBe(0);
    expect(await page.getByRole('columnheader', { name: 'Client' }).count()).toBe(0);
    await page.getByText('Les 10 premières lignes').waitFor();
    await tab('Bénéficiaires 2').click();
    await page.getByRole('cell', { name: 'Ange', exact: true }).click();
    await page.getByRole('heading', { name: 'EBODE Ange' }).waitFor();
    await page.goBack();
    await page.getByRole('cell', { name: 'Rose', exact: true }).waitFor();
    expect(await tab('Bénéficiaires 2').getAttribute('aria-selected')).toBe('true');
  });

  test('and all of it is one step away', async () => {
    await openContrat();
    await tab('Cotisations 12').click();
    await page.getByRole('link', { name: 'Voir toute la liste' }).click();
    await page.getByRole('heading', { name: /^Cotisations ?12$/ }).waitFor();
    expect(page.url()).toContain(`filters.souscription_id=${file.souscription}`);
  });

  test('what there is none of shows on demand; the arrows walk from tab to tab', async () => {
    await openContrat();
    await tab(/^Paiements/).waitFor();
    expect(await tab(/^Sinistres/).count()).toBe(0);
    await page.getByRole('button', { name: '6 sans élément' }).click();
    await tab('Sinistres 0').click();
    await page.getByText('Rien pour l’instant.').waitFor();
    await tab('Détails').click();
    await page.keyboard.press('ArrowRight');
    expect(await tab(/^Bénéficiaires/).getAttribute('aria-selected')).toBe('true');
  });
});

describe('the buttons', () => {
  test('stand under the title: three, and the rest in a menu that the keyboard walks', async () => {
    await openContrat();
    const heading = await page.getByRole('heading', { name: file.police }).boundingBox();
    const bar = page.locator('.g-actions');
    expect((await bar.boundingBox())?.y).toBeGreaterThan(heading?.y ?? Number.POSITIVE_INFINITY);
    expect(await bar.locator('> a').count()).toBe(3);
    const more = page.getByRole('button', { name: 'Plus d’actions' });
    await more.focus();
    await page.keyboard.press('Enter');
    const items = page.getByRole('menuitem');
    const names = await items.allInnerTexts();
    const red = await items.evaluateAll((all) => all.map((each) => each.classList.contains('g-danger')));
    expect(names).toContain('Résilier');
    expect(red).toEqual(red.toSorted((a, b) => Number(a) - Number(b)));
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    expect(await focused()).toBe(names[0]);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(names[1]);
    await page.keyboard.press('End');
    expect(await focused()).toBe(names.at(-1));
    await page.keyboard.press('Escape');
    expect(await items.count()).toBe(0);
    expect(await focused()).toBe('Plus d’actions');
  });

  test('the menu closes when one turns elsewhere, and does what it says', async () => {
    await openContrat();
    const more = page.getByRole('button', { name: 'Plus d’actions' });
    await more.click();
    await page.getByRole('heading', { name: file.police }).click();
    expect(await page.getByRole('menuitem').count()).toBe(0);
    await more.click();
    await page.getByRole('menuitem', { name: 'Suspendre' }).click();
    await page.getByLabel('Motif').fill('Demande du client');
    await page.getByRole('button', { name: 'Suspendre' }).click();
    await page.locator('.g-ton-ocre', { hasText: 'Suspendue' }).waitFor();
    await panel.db.rows(`update souscriptions set statut = 'activee' where id = $1`, [file.souscription]);
  });

  test('few stand without a menu, and deletion is not offered where there is none', async () => {
    await page.goto(`resources/clients/records/${file.client}/show`);
    await page.locator('.g-actions').getByText('Supprimer', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Plus d’actions' }).count()).toBe(0);
    await page.goto('resources/parametres');
    await page.locator('tr[data-id]').first().click();
    await page.locator('.g-actions').getByText('Modifier').waitFor();
    expect(await page.getByText('Supprimer', { exact: true }).count()).toBe(0);
  });
});

describe('the menu', () => {
  const group = (name: string) => page.getByRole('navigation', { name: 'Menu' }).getByRole('button', { name });
  const isOpen = (name: string) => group(name).getAttribute('aria-expanded');

  test('opens and closes its groups and remembers; that of the page is open', async () => {
    expect([await isOpen('Commercial'), await isOpen('Contrôle')]).toEqual(['true', 'false']);
    await group('Contrôle').click();
    await group('Commercial').click();
    await page.reload();
    await page.getByRole('link', { name: 'Journal', exact: true }).waitFor();
    expect([await isOpen('Commercial'), await isOpen('Contrôle')]).toEqual(['false', 'true']);
    await page.goto('resources/contrats');
    await page.getByRole('link', { name: 'Contrats', exact: true }).first().waitFor();
    expect(await isOpen('Assurance')).toBe('true');
    await page.goto('resources/clients');
    await group('Assurance').waitFor();
    expect(await isOpen('Assurance')).toBe('false');
  });

  test('has no entry for what is read from its parents', async () => {
    await group('Encaissements').click();
    const menu = page.getByRole('navigation', { name: 'Menu' });
    await menu.getByRole('link', { name: 'Paiements', exact: true }).waitFor();
    for (const name of ['Lignes de bordereau', 'Tentatives de paiement mobile', 'Numéros de police', 'Bénéficiaires'])
      expect(await menu.getByRole('link', { name }).count(), name).toBe(0);
  });
});
