import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { PASSWORD } from '../cast.ts';
import { openBrowser, openWindow, signIn, type Window } from './browser.ts';
import { type TestPanel, testPanel } from './panel.ts';

/** Documents of several parts, filled in and read in a real browser. */
let panel: TestPanel;
let browser: Browser;
let window: Window;
let page: Page;

beforeAll(async () => {
  [panel, browser] = await Promise.all([testPanel(), openBrowser()]);
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

const garanties = () => page.getByRole('group', { name: /^Garanties/ });
const line = (n: number) => garanties().getByRole('group', { name: new RegExp(`^n° ${n}\\b`) });
const save = () => page.getByRole('button', { name: 'Enregistrer' }).click();

async function addLine(n: number, parts: Record<string, string>) {
  await garanties().getByRole('button', { name: 'Ajouter une ligne' }).click();
  for (const [label, text] of Object.entries(parts)) await line(n).getByLabel(label).fill(text);
}

async function fillProduct(code: string) {
  await page.goto('resources/produits/actions/new');
  await page.getByLabel('Code', { exact: true }).fill(code);
  await page.getByLabel('Nom', { exact: true }).fill('PASS MWANA');
  await page.getByLabel('Branche', { exact: true }).selectOption({ label: 'Accident' });
  await page.getByLabel('Montant minimum').fill('100');
  await page.getByLabel('Montant maximum').fill('600 000');
  await page.getByLabel('Durée', { exact: true }).fill('12');
  await page.getByLabel('Unité de durée').selectOption({ label: 'Mois' });
}

test('a product is made with its benefits; what is wrong is said at its line, mended and saved', async () => {
  await fillProduct('PASS-MWANA');
  await addLine(1, { Code: 'deces_accident', Libellé: 'Décès par accident', Plafond: '500 000' });
  await addLine(2, { Code: 'frais_funeraires', Libellé: 'Frais funéraires', Plafond: '150000', Franchise: '200000' });
  await line(2).getByLabel('Délai de carence').fill('30');
  await save();
  await line(2).getByText('La franchise doit rester sous le plafond.').waitFor();
  await page
    .getByRole('group', { name: /^Périodicités/ })
    .getByText('Ce champ est obligatoire.')
    .waitFor();
  expect(await page.getByText('La franchise doit rester sous le plafond.').count()).toBe(1);

  await line(2).getByLabel('Franchise').fill('5000');
  await page.getByRole('checkbox', { name: 'Mensuelle' }).check();
  await page.getByRole('checkbox', { name: 'Annuelle', exact: true }).check();
  await save();
  await page.getByRole('cell', { name: '500 000 FCFA' }).waitFor();
  await page.getByRole('cell', { name: '30 jours' }).waitFor();
  await page.getByText('Mensuelle').waitFor();
  const [row] = await panel.db.rows(`select garanties, periodicites from produits where code = 'PASS-MWANA'`);
  expect(row).toEqual({
    garanties: [
      {
        code: 'deces_accident',
        libelle: 'Décès par accident',
        plafond: 500_000,
        carence_jours: 0,
        franchise: 0,
        frequence: null,
      },
      {
        code: 'frais_funeraires',
        libelle: 'Frais funéraires',
        plafond: 150_000,
        carence_jours: 30,
        franchise: 5000,
        frequence: null,
      },
    ],
    periodicites: ['mensuelle', 'annuelle'],
  });
});

test('lines are moved and taken away by keyboard, and an error does not stay where a line was', async () => {
  await fillProduct('ORDRE');
  await page.getByRole('checkbox', { name: 'Mensuelle' }).check();
  await addLine(1, { Code: 'premiere', Libellé: 'Première', Plafond: '1000', Franchise: '2000' });
  await addLine(2, { Code: 'seconde', Libellé: 'Seconde', Plafond: '1000' });
  await save();
  await line(1).getByRole('alert').waitFor();
  await line(2).getByRole('button', { name: 'Monter la ligne' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('group', { name: 'n° 1 · Seconde' }).waitFor();
  expect(await garanties().getByRole('alert').count()).toBe(0);
  await line(2).getByRole('button', { name: 'Retirer la ligne' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('group', { name: 'n° 2 · Première' }).waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Ajouter une ligne');
  await save();
  await page.getByRole('cell', { name: 'Seconde', exact: true }).waitFor();
  expect(await panel.db.rows(`select jsonb_array_length(garanties) as n from produits where code = 'ORDRE'`)).toEqual([
    { n: 1 },
  ]);
});

test('what was sold is read as terms, and its history as words', async () => {
  const [produit] = await panel.db.rows<{ id: number }>(
    `insert into produits (code, nom, branche, montant_min, montant_max, periodicites, duree, duree_unite, garanties)
     values ('LU', 'PASS LU', 'SAN', 100, 100000, '["mensuelle"]', 12, 'mois',
       '[{"code": "soins", "libelle": "Soins", "plafond": 75000, "carence_jours": 15, "franchise": 0, "frequence": 2}]') returning id`,
  );
  const client_id = await panel.client(panel.people.douala, 'KONGO');
  const caller = await panel.people.mireille.caller();
  const { souscriptions } = await import('../../server/features/assurance/souscriptions/resource.ts');
  const asked = { client_id, produit_id: produit?.id, montant: 500, periodicite: 'mensuelle' };
  const { id } = await panel.guichet.records.create(caller, souscriptions, asked);
  await page.goto(`resources/souscriptions/records/${id}/show`);
  await page.getByRole('definition').filter({ hasText: 'PASS LU' }).waitFor();
  await page.getByRole('definition').getByText('Santé').waitFor();
  await page.getByRole('cell', { name: '75 000 FCFA' }).waitFor();
  expect(await page.locator('.g-json').count()).toBe(0);
  await page.getByRole('tab', { name: 'Historique' }).click();
  await page.getByRole('cell', { name: '75 000 FCFA' }).first().waitFor();
  expect(await page.locator('.g-json').count()).toBe(0);

  await page.goto(`resources/souscriptions/records/${id}/encaisser`);
  // The form begins with what is due for one period.
  await expect.poll(() => page.getByLabel('Montant').inputValue()).toBe('500');
  await page.getByLabel('Mode de paiement').selectOption({ label: 'Espèces' });
  await page.getByTestId('button-action').click();
  await page.getByText('Numéro du paiement').waitFor();
  await page.getByRole('button', { name: 'Retour' }).click();
  await page.getByText('Activée').waitFor();
});
