import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PASSWORD } from '../cast.ts';
import { faults } from './board.fixture.ts';
import { openBrowser, openWindow, signIn, type Window } from './browser.ts';
import { type TestPanel, testPanel } from './panel.ts';
import { commerce, lastExport, plain } from './reports.fixture.ts';

/** Reports that are kept under a name and leave by themselves, in a real browser. */
let panel: TestPanel;
let browser: Browser;
let window: Window;
let page: Page;

beforeAll(async () => {
  [panel, browser] = await Promise.all([testPanel(), openBrowser()]);
  await commerce(panel);
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

const enter = (who: 'mireille' | 'paul' | 'awa', on = page) => signIn(on, panel.people[who].email, PASSWORD);
const answered = (on = page) => on.locator('.g-apercu[aria-busy="false"]').waitFor();
const save = () => page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
const kept = async () =>
  (await panel.db.rows<Record<string, unknown>>('select * from rapports_enregistres order by id desc limit 1'))[0];
const line = (nom: string, on = page) => on.locator('[data-enregistre]').filter({ hasText: nom });

test('a report is kept as it was set, planned, found again, changed, made now, stopped and thrown away', async () => {
  await enter('paul');
  await page.goto('pages/rapports?rapport=opportunites&periode=annee_en_cours&filters.montant~~from=200000');
  await answered();
  const before = plain(await page.locator('.g-total[data-mesure="nombre"] strong').textContent());
  expect(before).toBe('2');
  await page.getByRole('button', { name: 'Enregistrer sous un nom' }).click();
  await page.getByLabel('Nom', { exact: true }).and(page.locator('[required]')).fill('Grandes affaires');
  const form = page.locator('.g-enregistrer');
  await form.getByLabel('Format').selectOption('PDF');
  await form.getByRole('combobox', { name: 'Planification' }).selectOption('Toutes les semaines');
  await form.getByLabel('Jour').selectOption('vendredi');
  await form.getByLabel('Heure').selectOption('18:00');
  await form.getByLabel('Destinataires').fill('pas une adresse');
  await save();
  await form.getByRole('alert').first().waitFor();
  await form.getByLabel('Destinataires').fill('chef@guichet.test\ncompta@guichet.test');
  const sentence = form.getByRole('status');
  await sentence
    .getByText(/^Partira vendredi \d+ .* à 18:00, en PDF, à chef@guichet.test, compta@guichet.test\.$/)
    .waitFor();
  await form.getByLabel('Partager avec ma succursale').check();
  window.complaints.length = 0; // the refusal of an address is an answer 400, which the browser tells of
  await save();
  await page.getByRole('heading', { level: 1, name: 'Grandes affaires' }).waitFor();
  expect(await kept()).toMatchObject({
    rapport: 'opportunites',
    format_fichier: 'pdf',
    filtres: { periode: 'annee_en_cours', montant__gte: '200000' },
    planification: 'hebdomadaire',
    jour: 5,
    heure: 18,
    destinataires: ['chef@guichet.test', 'compta@guichet.test'],
    partage: true,
    utilisateur_id: panel.people.paul.id,
  });

  await page.goto('pages/rapports');
  await line('Grandes affaires')
    .getByText(/^Chaque vendredi à 18:00\. Prochain envoi : vendredi .* à 18:00\.$/)
    .waitFor();
  await line('Grandes affaires').getByRole('link', { name: 'Grandes affaires', exact: true }).click();
  await answered();
  expect(plain(await page.locator('.g-total[data-mesure="nombre"] strong').textContent())).toBe(before);
  expect(await page.getByRole('combobox', { name: 'Période' }).inputValue()).toBe('annee_en_cours');

  await page.goto('pages/rapports');
  await page.getByRole('link', { name: 'Modifier : Grandes affaires' }).click();
  await form.getByRole('combobox', { name: 'Planification' }).selectOption('Tous les jours');
  await page.getByRole('combobox', { name: 'Période' }).selectOption('Ce mois-ci');
  await save();
  await expect.poll(async () => (await kept())?.planification).toBe('quotidienne');
  expect(await kept()).toMatchObject({ filtres: { periode: 'mois_en_cours' }, jour: null, heure: 7, revision: 2 });

  await page.goto('pages/rapports');
  await line('Grandes affaires').getByRole('button', { name: 'Suspendre les envois' }).click();
  await line('Grandes affaires').getByText('Les envois sont suspendus.').waitFor();
  await line('Grandes affaires').getByRole('button', { name: 'Reprendre les envois' }).click();
  await line('Grandes affaires')
    .getByText(/Prochain envoi/)
    .waitFor();
  await line('Grandes affaires').getByRole('button', { name: 'Produire maintenant' }).click();
  await page.locator('[data-export]').getByText('Attend son tour').waitFor();
  expect((await lastExport(panel)).statut).toBe('en_attente');
});

test('a colleague of the succursale runs what is shared, and changes nothing of it', async () => {
  await enter('awa');
  await page.goto('pages/rapports');
  await line('Grandes affaires').getByText('Paul EKAMBI').waitFor();
  expect(await line('Grandes affaires').getByRole('button').allTextContents()).not.toContain('Supprimer');
  expect(
    await line('Grandes affaires')
      .getByRole('link', { name: /^Modifier/ })
      .count(),
  ).toBe(0);
  await line('Grandes affaires').getByRole('link', { name: 'Grandes affaires', exact: true }).click();
  await answered();
  await page.getByRole('button', { name: 'Enregistrer sous un nom' }).click();
  await page.getByText('L’envoi planifié demande le droit d’exporter ce rapport.').waitFor();
  const row = await kept();
  const awa = await panel.as(panel.people.awa);
  const refused = await awa.submit(`/api/rapports-enregistres/${row?.id}/supprimer`, {
    revision: Number(row?.revision),
  });
  expect([refused.status, refused.json.message]).toEqual([403, expect.any(String)]);
  expect((await kept())?.id).toBe(row?.id);
});

test('its owner throws it away once asked', async () => {
  await enter('paul');
  await page.goto('pages/rapports');
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Supprimer : Grandes affaires' }).click();
  await page.getByText('Aucun rapport enregistré.').waitFor();
});

describe.each([390, 820, 1440])('at a width of %i', (width) => {
  test('axe finds no fault, nothing sticks out, and the columns are ordered by the keyboard', async () => {
    const sized = await openWindow(browser, panel.origin, { width });
    await enter('paul', sized.page);
    const sticksOut = () =>
      sized.page.evaluate(() =>
        [document.documentElement, ...document.querySelectorAll('[data-css="app-content"], .g-carte, .g-total')]
          .filter((each) => each.scrollWidth - each.clientWidth > 1)
          .map((each) => each.className || each.tagName),
      );
    await sized.page.goto('pages/rapports');
    await sized.page.getByRole('heading', { level: 1, name: 'Rapports' }).waitFor();
    expect([await faults(sized.page), await sticksOut()]).toEqual([[], []]);
    await sized.page.goto('pages/rapports?rapport=opportunites&periode=annee_en_cours');
    await answered(sized.page);
    await sized.page.getByRole('button', { name: 'Enregistrer sous un nom' }).click();
    await sized.page.getByRole('combobox', { name: 'Planification' }).selectOption('Tous les mois');
    await sized.page
      .getByRole('status')
      .getByText(/^Partira/)
      .waitFor();
    for (const name of ['Filtres', 'Colonnes']) {
      await sized.page.locator('summary', { hasText: name }).focus();
      await sized.page.keyboard.press('Enter');
    }
    const down = sized.page.getByRole('button', { name: /^Descendre la colonne/ }).first();
    const named = await down.getAttribute('aria-label');
    await down.focus();
    await sized.page.keyboard.press('Enter');
    await expect.poll(() => sized.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(named);
    await answered(sized.page);
    expect([await faults(sized.page), await sticksOut()]).toEqual([[], []]);
    expect(sized.complaints).toEqual([]);
    await sized.context.close();
  });
});
