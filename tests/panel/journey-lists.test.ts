import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aujourdhui } from '../../server/core/jours.ts';
import { PASSWORD } from '../cast.ts';
import { openBrowser, openWindow, signIn, type Window } from './browser.ts';
import { type Dossier, dossier } from './dossier.fixture.ts';
import { type TestPanel, testPanel } from './panel.ts';

/** Lists as they look and as they are filtered, in a real browser. */
let panel: TestPanel;
let browser: Browser;
let window: Window;
let page: Page;
let file: Dossier;

beforeAll(async () => {
  [panel, browser] = await Promise.all([testPanel(), openBrowser()]);
  file = await dossier(panel, panel.people.douala, 'EBODE');
  await dossier(panel, panel.people.yaounde, 'ATEBA');
  // One of them began to be late long ago, the other has paid up to now.
  await panel.db.rows(
    `insert into paiements (numero, souscription_id, type, mode_paiement, montant, statut, paye_le)
     select 'P-ATEBA', id, 'cotisation', 'mtn_money', 100000, 'reussi', '2026-01-15T10:00:00Z' from souscriptions where id <> $1`,
    [file.souscription],
  );
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

const list = async (resource: string) => {
  await page.goto(`resources/${resource}`);
  await page.locator('tr[data-id]').first().waitFor();
};
const drawer = async () => {
  await page.getByText(/^Filtrer/).click();
  await page.getByRole('heading', { name: 'Filtres' }).waitFor();
};
const apply = async (total: number) => {
  await page.getByRole('button', { name: 'Appliquer' }).click();
  await page.getByRole('heading', { level: 2, name: new RegExp(`\\D${total}$`) }).waitFor();
};

describe('filters', () => {
  test('contrats: a choice, a reference found by typing, and back to all', async () => {
    await list('contrats');
    await drawer();
    await page.getByRole('combobox', { name: 'Client' }).fill('ebo');
    await page.getByRole('option', { name: 'EBODE' }).click();
    await apply(1);
    await page.getByRole('cell', { name: file.police, exact: true }).waitFor();
    expect(page.url()).toContain(`filters.client_id=${file.client}`);
    await page.locator('#filter-statut').selectOption({ label: 'Suspendue' });
    await apply(0);
    await page.getByRole('button', { name: 'Effacer' }).click();
    await page.getByRole('heading', { level: 2, name: /\D2$/ }).waitFor();
    const words = await page.locator('[data-css$="filter-drawer"]').innerText();
    expect(words).not.toMatch(/\b(Select|Choose|From|To|Filter|Reset|Apply)\b/);
  });

  test('échéances: days from and to, a slice of lateness', async () => {
    await list('echeances');
    await drawer();
    await page.getByLabel('Échéance Du').fill('2020-01-01');
    await page.getByLabel('Échéance Au').fill('2020-12-31');
    await apply(0);
    await page.getByLabel('Échéance Du').fill('2020-01-01');
    await page.getByLabel('Échéance Au').fill(aujourdhui());
    await page.locator('#filter-tranche').selectOption({ label: 'Retard de plus de 30 jours' });
    await apply(1);
    await page.getByRole('cell', { name: file.police, exact: true }).waitFor();
  });

  test('paiements: amounts, a mode, the day of payment', async () => {
    await list('paiements');
    await drawer();
    await page.getByLabel('Montant De').fill('10 000');
    await page.getByLabel('Montant À').fill('20 000');
    await apply(4);
    await page.getByLabel('Montant De').fill('');
    await page.getByLabel('Montant À').fill('');
    await page.getByLabel('Mode de paiement').selectOption({ label: 'MTN Mobile Money' });
    await page.getByLabel('Payé le Du').fill('2026-01-15');
    await page.getByLabel('Payé le Au').fill('2026-01-15');
    await apply(1);
    await page.getByRole('cell', { name: 'P-ATEBA' }).waitFor();
  });

  test('what a tile of the home filtered by can be read in the drawer', async () => {
    await page.goto('resources/sinistres?filters.statut=declare,instruction');
    await page.getByText('Rien à afficher').waitFor();
    await drawer();
    const chosen = page.locator('#filter-statut option:checked');
    expect(await chosen.innerText()).toMatch(/^Déclaré, /);
  });
});

describe('a list', () => {
  test('breaks no number, and puts amounts at the right, under their heading', async () => {
    await list('contrats');
    const cell = page.locator('td[data-property-name="police"]').first();
    const lines = await cell.locator('.g-nombre').evaluate((each) => each.getClientRects().length);
    expect(lines).toBe(1);
    const right = (locator: string) =>
      page
        .locator(locator)
        .first()
        .evaluate((each) => {
          const range = document.createRange();
          range.selectNodeContents(each);
          const { right: end } = range.getBoundingClientRect();
          return end;
        });
    const heading = page.getByRole('link', { name: 'Reste à payer' });
    const headingEnd = await heading.evaluate((each) => each.getBoundingClientRect().right);
    expect(Math.abs(headingEnd - (await right('td[data-property-name="reste_a_payer"] .g-nombre')))).toBeLessThan(2);
  });

  test('names a parameter in plain words, and its value with spaces', async () => {
    await list('parametres');
    const row = page.getByRole('row', { name: /plafond par police/ });
    expect(await row.locator('.g-choix').count()).toBe(0);
    expect(await row.locator('td[data-property-name="valeur"]').innerText()).toMatch(/1\s000\s000$/);
    await row.click();
    await page.getByRole('heading', { name: /^Espèces : plafond par police/ }).waitFor();
  });

  test('marks states in the colour of their meaning', async () => {
    await list('echeances');
    const late = page.getByRole('row', { name: new RegExp(file.police) }).locator('.g-choix');
    expect(await late.getAttribute('class')).toContain('g-ton-rouge');
    expect(await late.evaluate((each) => getComputedStyle(each).color)).toBe('rgb(140, 29, 24)');
  });

  test('wider than its card scrolls in it and says so; what can be done stays in reach', async () => {
    const long = 'A'.repeat(32);
    await panel.client(panel.people.douala, long, { prenom: long, societe: long, ville: long });
    const narrow = await openWindow(browser, panel.origin, { width: 1200 });
    await signIn(narrow.page, panel.people.mireille.email, PASSWORD);
    await narrow.page.goto('resources/clients');
    await narrow.page.locator('tr[data-id]').first().waitFor();
    await narrow.page.getByText('Le tableau continue à droite : faites-le défiler.').waitFor();
    const frame = await narrow.page.locator('.g-cadre').boundingBox();
    const options = await narrow.page.locator('tr[data-id] td.options').first().boundingBox();
    const end = (box: typeof frame) => (box ? box.x + box.width : Number.NaN);
    expect(Math.abs(end(frame) - end(options))).toBeLessThan(2);
    expect(narrow.complaints).toEqual([]);
    await narrow.context.close();
  });
});

describe.each([390, 820, 1440])('at a width of %i', (width) => {
  test('nothing sticks out, no word is broken, and a thumb finds every button', async () => {
    const sized = await openWindow(browser, panel.origin, { width });
    await signIn(sized.page, panel.people.mireille.email, PASSWORD);
    const contrat = `resources/contrats/records/${file.contrat}/show`;
    for (const path of ['', 'resources/contrats', contrat, `${contrat}?onglet=cotisations.souscription_id`]) {
      await sized.page.goto(path || '../admin');
      await sized.page.locator('.g-total, tr[data-id], .g-grille, .g-lies').first().waitFor();
      const found = await sized.page.evaluate(() => ({
        wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        content: [...document.querySelectorAll('[data-css="app-content"]')].map((e) => e.scrollWidth - e.clientWidth),
        broken: [...document.querySelectorAll<HTMLElement>('.g-total span')].filter(
          (e) => e.scrollWidth > e.clientWidth,
        ).length,
        small: [...document.querySelectorAll<HTMLElement>('.g-bouton, .g-onglets button, .g-vers a, .g-total')].filter(
          (e) => e.offsetHeight < 40,
        ).length,
      }));
      expect(found, path).toMatchObject({ wide: 0, broken: 0, small: 0 });
      for (const excess of found.content) expect(excess, path).toBeLessThanOrEqual(1);
    }
    expect(sized.complaints).toEqual([]);
    await sized.context.close();
  });
});
