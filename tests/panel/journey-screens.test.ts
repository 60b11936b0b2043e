import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeOpportunite } from '../../server/features/crm/factory.ts';
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

test.each(['Africa/Douala', 'Africa/Brazzaville', 'Africa/Abidjan', 'Europe/Paris', 'America/New_York'])(
  'a day typed at the clock of %s is stored as typed',
  async (timezoneId) => {
    const there = await openWindow(browser, panel.origin, { timezoneId });
    await enter(panel.people.paul, there.page);
    await there.page.goto('resources/clients/actions/new');
    await there.page.getByLabel('Nom', { exact: true }).fill(timezoneId);
    await there.page.getByLabel('Date de naissance').fill('1985-07-12');
    await save(there.page);
    await there.page.getByText('12/07/1985').waitFor();
    await there.page.goto(`${there.page.url().replace(/\/show.*/, '/edit')}`);
    expect(await there.page.getByLabel('Date de naissance').inputValue()).toBe('1985-07-12');
    await save(there.page);
    await there.page.getByText('12/07/1985').waitFor();
    expect(await panel.db.rows('select date_naissance from clients where nom = $1', [timezoneId])).toEqual([
      { date_naissance: '1985-07-12' },
    ]);
    expect(there.complaints).toEqual([]);
    await there.context.close();
  },
);

test('a tick in the matrix holds at once for the person it is about', async () => {
  const id = await panel.client(panel.people.douala, 'SUPPRIMABLE');
  await enter(panel.people.mireille);
  await page.getByRole('button', { name: 'Organisation' }).click();
  await page.getByRole('link', { name: 'Droits des rôles' }).click();
  const tick = page.getByTestId('agent.clients.supprimer');
  expect(await tick.isChecked()).toBe(false);
  await tick.check();
  await save();
  await notice('Les droits sont enregistrés ; ils valent dès maintenant.');
  await page.reload();
  await page.getByRole('checkbox', { name: 'Agent, Clients : Supprimer (Modifié)' }).waitFor();
  const awa = await openWindow(browser, panel.origin);
  await enter(panel.people.awa, awa.page);
  await awa.page.goto(`resources/clients/records/${id}/show`);
  await awa.page.getByText('Supprimer', { exact: true }).click();
  await awa.page.getByRole('button', { name: 'Confirmer' }).click();
  await notice('L’élément est supprimé', awa.page);
  expect(awa.complaints).toEqual([]);
  await awa.context.close();
});

test('an action asks why, does it, and shows it in the history', async () => {
  const [agent] = await panel.db.rows<{ id: number }>(
    `insert into agents (matricule, nom, telephone, succursale_id) values ('AGT700', 'MOUKOKO', '+237677000007', $1) returning id`,
    [panel.people.douala],
  );
  await enter(panel.people.paul);
  await page.goto(`resources/agents/records/${agent?.id}/show`);
  await page.getByText('Suspendre', { exact: true }).click();
  await page.getByRole('button', { name: 'Suspendre' }).click();
  await page.getByRole('alert').getByText('Ce champ est obligatoire.').waitFor();
  await page.getByLabel('Motif').fill('Contrôle de caisse');
  await page.getByRole('button', { name: 'Suspendre' }).click();
  await page.getByText('Suspendu').waitFor();
  await page.getByRole('tab', { name: 'Historique' }).click();
  await page.getByText('Contrôle de caisse').waitFor();
});

test('a password link is shown once, ready to copy', async () => {
  await enter(panel.people.mireille);
  await page.goto(`resources/utilisateurs/records/${panel.people.chantal.id}/envoyer-lien`);
  await page.getByTestId('button-action').click();
  await page.getByText('Notez-le maintenant').waitFor();
  const link = await page.locator('.g-copie input').inputValue();
  expect(link).toMatch(new RegExp(`^${panel.origin}/admin/mot-de-passe/`));
  await page.getByRole('button', { name: 'Copier' }).waitFor();
});

describe('the home', () => {
  test('draws its charts, and a number leads to its rows', async () => {
    const { mireille, douala } = panel.people;
    const client_id = await panel.client(douala, 'SOCIETAIRE');
    await makeOpportunite(panel.db.database, {
      nom: 'Flotte de camions',
      client_id,
      succursale_id: douala,
      montant: 2_400_000,
    });
    // Put into the table past the engine, which would have told.
    panel.guichet.watch.tell('donnees', 'opportunites');
    await enter(mireille);
    await page.getByRole('img', { name: /^Opportunités par étape/ }).waitFor();
    const painted = () =>
      page.locator('canvas').evaluateAll((all) =>
        all.every((canvas) =>
          (canvas as HTMLCanvasElement)
            .getContext('2d')
            ?.getImageData(0, 0, 300, 150)
            .data.some((byte) => byte > 0),
        ),
      );
    await expect.poll(painted).toBe(true);
    await page.getByRole('link', { name: /^Prospect/ }).click();
    await page.getByRole('cell', { name: 'Flotte de camions' }).waitFor();
    expect(page.url()).toContain('filters.etape=prospect');
  });
});

test('the bin gives back what was deleted', async () => {
  const id = await panel.client(panel.people.douala, 'RETROUVE');
  await panel.db.rows('update clients set supprime_le = now() where id = $1', [id]);
  await enter(panel.people.paul);
  await page.goto('resources/clients');
  await page.getByText('Corbeille').click();
  const line = page.getByRole('listitem').filter({ hasText: 'RETROUVE' });
  await line.getByRole('button', { name: 'Restaurer' }).click();
  await notice('L’élément est restauré');
  expect((await row(id)).supprime_le).toBeNull();
});

test('a session that ends says so in French and leads to the sign-in page', async () => {
  await enter(panel.people.paul);
  await page.getByRole('link', { name: 'Clients', exact: true }).waitFor();
  await panel.db.rows('delete from sessions');
  const said = page.waitForEvent('dialog').then(async (dialog) => {
    const text = dialog.message();
    await dialog.accept();
    return text;
  });
  await page.getByRole('link', { name: 'Clients', exact: true }).click();
  expect(await said).toBe('Votre session a pris fin. Vous allez retrouver la page de connexion.');
  await page.getByRole('heading', { name: 'Bienvenue' }).waitFor();
  // The page that was being opened had lost its answer: AdminJS notes that as an error on its way out.
  window.complaints.length = 0;
});

describe.each([390, 820])('at a width of %i', (width) => {
  test('nothing sticks out of the window', async () => {
    const narrow = await openWindow(browser, panel.origin, { width });
    const client = await panel.client(panel.people.douala, 'ETROIT', {
      societe: 'Association des parents d’élèves du quartier',
      email: `etroit${width}@exemple-tres-long.test`,
    });
    await enter(panel.people.mireille, narrow.page);
    for (const path of [
      '',
      'resources/clients',
      `resources/clients/records/${client}/show`,
      `resources/clients/records/${client}/edit`,
      'resources/journal',
      'pages/droits',
      'profil',
    ]) {
      await narrow.page.goto(path || '../admin');
      await narrow.page.locator('.g-totaux, tr[data-id], .g-grille, .g-matrice, h1').first().waitFor();
      const overflow = await narrow.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, path).toBeLessThanOrEqual(0);
      const wide = await narrow.page
        .locator('[data-css="app-content"]')
        .evaluateAll((all) => all.map((each) => each.scrollWidth - each.clientWidth));
      for (const excess of wide) expect(excess, path).toBeLessThanOrEqual(1);
    }
    expect(narrow.complaints).toEqual([]);
    await narrow.context.close();
  });
});
