import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { PASSWORD } from '../cast.ts';
import { faults, type Marche, marche } from './board.fixture.ts';
import { openBrowser, openWindow, signIn, type Window } from './browser.ts';
import { dossier } from './dossier.fixture.ts';
import { type TestPanel, testPanel } from './panel.ts';

/** The page of a client with all that is theirs, and a devis from its lines to its versions, in a real browser. */
let panel: TestPanel;
let browser: Browser;
let window: Window;
let page: Page;
let sold: Marche;

beforeAll(async () => {
  [panel, browser] = await Promise.all([testPanel(), openBrowser()]);
  sold = await marche(panel);
});
afterAll(async () => {
  await browser.close();
  await panel.close();
});
beforeEach(async () => {
  window = await openWindow(browser, panel.origin);
  page = window.page;
  await signIn(page, panel.people.paul.email, PASSWORD);
});
afterEach(async () => {
  expect(window.complaints).toEqual([]);
  await window.context.close();
});

const open = async (resource: string, id: number) => {
  await page.goto(`resources/${resource}/records/${id}/show`);
  await page.getByRole('tab', { name: 'Historique' }).waitFor();
};
const plain = (text: string) => text.replaceAll(/\s/g, ' ');

test('a client has their contrats, what is sold to them and what they paid, in that order', async () => {
  const { client, souscription } = await dossier(panel, panel.people.douala, 'EBODE');
  await sold.tache('Rappeler', 1, { client_id: client });
  await open('clients', client);
  await page.getByRole('tab', { name: 'Paiements 2' }).waitFor();
  const tabs = await page.getByRole('tab').allInnerTexts();
  expect(tabs.map(plain).slice(0, 7)).toEqual([
    'Détails',
    'Contrats 1',
    'Opportunités 0',
    'Projets 0',
    'Tâches 1',
    'Devis 0',
    'Paiements 2',
  ]);
  expect(await faults(page)).toEqual([]);
  await page.getByRole('tab', { name: 'Paiements 2' }).click();
  await page.getByRole('link', { name: 'Voir toute la liste' }).click();
  await page.getByRole('heading', { name: /^Paiements ?2$/ }).waitFor();
  expect(page.url()).toContain(`filters.souscription_id=${souscription}`);
});

test('a new opportunité of this client is theirs without choosing them again', async () => {
  await open('clients', sold.client_id);
  await page.getByRole('tab', { name: /^Opportunités/ }).click();
  await page.getByRole('tab', { name: /^Opportunités/, selected: true }).waitFor();
  await page.locator('.g-toute-la-liste').getByRole('link', { name: 'Créer' }).click();
  await page.getByText('BATISSEUR').waitFor();
  await page.getByLabel('Nom', { exact: true }).fill('Flotte de douze');
  await page.getByLabel('Montant').fill('2 400 000');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByRole('heading', { name: 'Flotte de douze' }).waitFor();
  expect(await panel.db.rows(`select client_id, montant from opportunites where nom = 'Flotte de douze'`)).toEqual([
    { client_id: sold.client_id, montant: 2_400_000 },
  ]);
});

test('the lines of a devis add up while they are typed, as the engine adds them', async () => {
  const opportunite = await sold.opportunite('Entrepôts');
  await page.goto(`resources/devis/actions/new?opportunite_id=${opportunite}`);
  await page.getByText('Entrepôts').waitFor();
  const line = (i: number) => page.locator(`[data-ligne="${i}"]`);
  const typed: [string, string, string][] = [
    ['Incendie', '1,5', '185 001'],
    ['Vol', '3', '20000'],
  ];
  for (const [i, [libelle, quantite, prix]] of typed.entries()) {
    await page.getByRole('button', { name: 'Ajouter une ligne' }).click();
    await line(i).getByLabel('Libellé').fill(libelle);
    await line(i).getByLabel('Quantité').fill(quantite);
    await line(i).getByLabel('Prix unitaire').fill(prix);
  }
  expect(plain(await line(0).locator('output').innerText())).toBe('277 502 FCFA');
  expect(plain(await page.locator('.g-somme').innerText())).toBe('Total 337 502 FCFA');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByRole('tab', { name: 'Versions 1' }).waitFor();
  expect(plain(await page.locator('tfoot').innerText())).toContain('337 502 FCFA');
  expect(await panel.db.rows('select montant from devis where opportunite_id = $1', [opportunite])).toEqual([
    { montant: 337_502 },
  ]);
});

test('a next version opens, knows those before, and tells line by line what it changes', async () => {
  const first = await sold.devis(await sold.opportunite('École'), {
    lignes: [
      { libelle: 'Flotte', quantite: 2, prix: 150_000 },
      { libelle: 'Frais', quantite: 1, prix: 15_000 },
    ],
  });
  await open('devis', first);
  expect(await page.getByRole('tab', { name: 'Comparaison' }).count()).toBe(0);
  await page.locator('.g-entete').getByText('Nouvelle version').click();
  await page.getByTestId('button-action').click();
  await page.getByRole('tab', { name: 'Versions 2' }).waitFor();
  const [made] = await panel.db.rows<{ id: number }>('select id from devis where precedent_id = $1', [first]);
  expect(page.url()).toContain(`/devis/records/${made?.id}/show`);
  await panel.db.rows(
    `update devis set lignes = '[{"libelle":"Flotte","quantite":3,"prix":150000},{"libelle":"Bris","quantite":1,"prix":40000}]' where id = $1`,
    [made?.id],
  );
  await page.getByRole('tab', { name: 'Comparaison' }).click();
  const told = page.locator('.g-comparaison tr[data-changement]');
  await told.first().waitFor();
  expect((await told.allInnerTexts()).map(plain)).toEqual([
    expect.stringMatching(/^Flotte Modifiée .*300 000 FCFA.*450 000 FCFA.*\+150 000 FCFA$/),
    expect.stringMatching(/^Bris Ajoutée .*\+40 000 FCFA$/),
    expect.stringMatching(/^Frais Retirée .*−15 000 FCFA$/),
  ]);
  expect(plain(await page.locator('.g-comparaison tfoot').innerText())).toContain('+175 000 FCFA');
  await page.getByRole('tab', { name: 'Versions 2' }).click();
  await page.locator(`.g-lies a[href$="/devis/records/${first}/show"]`).first().click();
  await page.getByRole('tab', { name: 'Versions 2' }).waitFor();
  expect(page.url()).toContain(`/devis/records/${first}/show`);
});

test('its paper is one press away, for whoever reads it alone', async () => {
  const id = await sold.devis(await sold.opportunite('Chantier'));
  await open('devis', id);
  expect(await page.getByRole('link', { name: 'PDF' }).getAttribute('href')).toBe(`/admin/devis/${id}/pdf`);
  const paul = await panel.as(panel.people.paul);
  const paper = await paul.get(`/devis/${id}/pdf`);
  expect([paper.status, paper.headers.get('content-type'), paper.text.slice(0, 5)]).toEqual([
    200,
    'application/pdf',
    '%PDF-',
  ]);
  const chantal = await panel.as(panel.people.chantal);
  expect((await chantal.get(`/devis/${id}/pdf`)).status).toBe(404);
  expect((await panel.send(`/devis/${id}/pdf`)).status).toBe(302);
});
