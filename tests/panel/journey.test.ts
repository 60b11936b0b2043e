import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { PASSWORD } from '../cast.ts';
import { openBrowser, openWindow, signIn, type Window } from './browser.ts';
import { type TestPanel, testPanel } from './panel.ts';

/** What people do, in a real browser. */
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
});
afterEach(async () => {
  expect(window.complaints).toEqual([]);
  await window.context.close();
});

const enter = (person: { email: string }, on = page) => signIn(on, person.email, PASSWORD);
const save = (on = page) => on.getByRole('button', { name: 'Enregistrer' }).click();
const notice = async (text: string | RegExp, on = page) =>
  on.getByTestId('notice-wrapper').getByText(text).first().waitFor();
const row = async (id: number) =>
  (await panel.db.rows<Record<string, unknown>>('select * from clients where id = $1', [id]))[0] as Record<
    string,
    unknown
  >;

test('signing in: wrong, right, and out again', async () => {
  await page.goto('resources/clients');
  await page.getByLabel('E-mail').fill(panel.people.mireille.email);
  await page.getByLabel('Mot de passe').fill('pas le bon');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByRole('alert').getByText('E-mail ou mot de passe incorrect.').waitFor();
  await page.getByLabel('Mot de passe').fill(PASSWORD);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.waitForURL('**/admin/resources/clients');
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await page.getByText('Vous êtes déconnecté.').waitFor();
  // The refused password is an answer that the browser writes down as an error.
  expect(window.complaints.splice(0)).toEqual([expect.stringContaining('401')]);
});

test('a client is made with a wrong, then a right telephone, changed, and found again in its history', async () => {
  await enter(panel.people.paul);
  await page.goto('resources/clients/actions/new');
  await page.getByLabel('Nom', { exact: true }).fill('KONGO');
  await page.getByLabel('Prénom').fill('Jean Baptiste');
  await page.getByLabel('Téléphone').fill('12 34');
  await save();
  await page
    .getByRole('alert')
    .getByText(/^Numéro non valide\./)
    .waitFor();
  expect(await page.getByLabel('Prénom').inputValue()).toBe('Jean Baptiste');
  expect(await page.getByLabel('Téléphone').evaluate((input) => input === document.activeElement)).toBe(true);
  await page.getByLabel('Téléphone').fill('06 123 45 67');
  await save();
  await page.getByRole('heading', { name: 'KONGO Jean Baptiste' }).waitFor();
  await page.getByText('+242 06 123 45 67').waitFor();
  await page.getByText('INTIA-Douala').waitFor();

  await page
    .getByTestId('action-edit')
    .or(page.getByText('Modifier', { exact: true }))
    .first()
    .click();
  await page.getByLabel('Ville').fill('Bonabéri');
  await save();
  await page.getByText('Bonabéri').waitFor();
  await page.getByRole('tab', { name: 'Historique' }).click();
  await page.getByText('par Paul EKAMBI').first().waitFor();
  await page.getByRole('row', { name: /Ville.*Bonabéri/ }).waitFor();
});

test('two tabs: the second save overwrites nothing, and what was typed is still there', async () => {
  const id = await panel.client(panel.people.douala, 'DISPUTE');
  await enter(panel.people.paul);
  const other = await window.tab();
  const address = `resources/clients/records/${id}/edit`;
  await page.goto(address);
  await other.goto(address);
  await page.getByLabel('Ville').fill('Limbé');
  await other.getByLabel('Ville').fill('Kribi');
  await other.getByLabel('Adresse').fill('Rue du Port');
  await save();
  await page.getByText('Limbé').waitFor();
  await save(other);
  await other
    .getByText(/Rien n’a été écrasé\./)
    .first()
    .waitFor();
  await other.getByText('Ce que vous avez saisi est encore dans le formulaire.').waitFor();
  expect(await other.getByLabel('Adresse').inputValue()).toBe('Rue du Port');
  expect(await row(id)).toMatchObject({ ville: 'Limbé', adresse: null });
});

test('a succursale with clients is not deleted, and the reason is said', async () => {
  await panel.client(panel.people.yaounde, 'ATTACHE');
  await enter(panel.people.mireille);
  await page.goto(`resources/succursales/records/${panel.people.yaounde}/show`);
  await page.getByText('Supprimer', { exact: true }).click();
  await page.getByText('Voulez-vous vraiment supprimer cet élément ?').waitFor();
  await page.getByRole('button', { name: 'Confirmer' }).click();
  await notice(/Impossible : d’autres éléments en dépendent/);
});

test('a branch manager sees the branch alone, wherever they look', async () => {
  await panel.client(panel.people.douala, 'DICI');
  const far = await panel.client(panel.people.yaounde, 'DELABAS');
  await enter(panel.people.paul);
  await page.getByRole('link', { name: 'Clients', exact: true }).click();
  await page.getByRole('cell', { name: 'DICI' }).waitFor();
  expect(await page.getByText('DELABAS').count()).toBe(0);
  await page.getByRole('searchbox').fill('delabas');
  await page.getByRole('button', { name: 'Rechercher' }).click();
  await page.getByText('Rien à afficher').waitFor();
  await page.goto(`resources/clients/records/${far}/show`);
  await page.getByText('Page introuvable').waitFor();
  await page.goto('resources/clients/actions/new');
  await page.getByLabel('Succursale').fill('INTIA');
  await page.getByRole('option', { name: 'INTIA-Douala' }).waitFor();
  expect(await page.locator('[role=option][id^=react-select]').count()).toBe(1);
});

test('the journal shows what was done, before and after', async () => {
  const id = await panel.client(panel.people.douala, 'AVANT');
  await panel.guichet.records.update(
    await panel.people.mireille.caller(),
    (await import('../../server/features/clients/resource.ts')).clients,
    id,
    { nom: 'APRES' },
    {},
  );
  await enter(panel.people.esther);
  await page.goto('resources/journal?filters.ressource=clients');
  await page.getByRole('cell', { name: 'APRES' }).first().click();
  await page.getByRole('heading', { name: 'Modifier · Client · APRES' }).waitFor();
  await page.getByRole('row', { name: 'Nom AVANT APRES' }).waitFor();
});
