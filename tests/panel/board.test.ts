import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD } from '../cast.ts';
import { boardOn, faults, type Marche, marche } from './board.fixture.ts';
import { openBrowser, openWindow, signIn, type Window } from './browser.ts';
import { type TestPanel, testPanel } from './panel.ts';

/** Lists as boards, in a real browser: what is sold by étape, what is to do by its day. */
let panel: TestPanel;
let browser: Browser;
let windows: Window[] = [];
let sold: Marche;

beforeAll(async () => {
  [panel, browser] = await Promise.all([testPanel(), openBrowser()]);
  sold = await marche(panel);
});
afterAll(async () => {
  await browser.close();
  await panel.close();
});
afterEach(async () => {
  expect(windows.flatMap(({ complaints }) => complaints)).toEqual([]);
  await Promise.all(windows.map(({ context }) => context.close()));
  windows = [];
  await panel.db.rows('delete from taches');
  await panel.db.rows('delete from opportunites');
});

async function open(path: string, options: { width?: number; touch?: boolean } = {}): Promise<Page> {
  const window = await openWindow(browser, panel.origin, options);
  windows.push(window);
  await signIn(window.page, panel.people.paul.email, PASSWORD);
  await window.page.goto(path);
  await window.page.locator('.g-colonne').first().waitFor({ state: 'attached' });
  return window.page;
}
const stood = async (id: number) =>
  (await panel.db.rows<{ etape: string }>('select etape from opportunites where id = $1', [id]))[0]?.etape;
const focused = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.carte);

describe('a list as a board', () => {
  test('opens on what it begins with; numbers and sums are those of the list', async () => {
    await sold.opportunite('Flotte', { montant: 2_500_000 });
    await sold.opportunite('Entrepôts', { montant: 1_200_001 });
    await sold.opportunite('École', { etape: 'proposition', montant: 3 });
    await sold.opportunite('Perdue', { perdue_le: '2026-01-05', motif_perte: 'Trop cher' });
    const page = await open('resources/opportunites');
    expect(page.url()).toContain('vue=tableau');
    const { column, card } = boardOn(page);
    await column('Prospect').getByRole('heading', { name: 'Prospect 2' }).waitFor();
    expect((await column('Prospect').locator('[data-somme="montant"]').innerText()).replaceAll(/\s/g, ' ')).toContain(
      '3 700 001 FCFA',
    );
    expect(await card('Perdue').count()).toBe(0);
    expect(await card('Flotte').innerText()).toMatch(/BATISSEUR[\s\S]*2.500.000.FCFA[\s\S]*Paul EKAMBI/);
    await column('Prospect').getByRole('link', { name: 'Voir dans la liste' }).click();
    await page.getByRole('heading', { name: /^Opportunités ?2$/ }).waitFor();
    await page.getByRole('link', { name: 'Tableau' }).click();
    await page.getByRole('heading', { name: 'Prospect 2' }).waitFor();
    expect(await faults(page)).toEqual([]);
  });

  test('a filter and the search hold on it, and one stays on it', async () => {
    await sold.opportunite('Flotte');
    await sold.opportunite('École');
    const page = await open('resources/opportunites');
    await page.getByRole('searchbox').fill('école');
    await page.getByRole('button', { name: 'Rechercher' }).click();
    await boardOn(page).column('Prospect').getByRole('heading', { name: 'Prospect 1' }).waitFor();
    expect(page.url()).toContain('vue=tableau');
  });

  test('a long column shows its first cards, and the next ones on demand', async () => {
    for (let i = 1; i <= 43; i++) await sold.opportunite(`Affaire ${i}`);
    const page = await open('resources/opportunites');
    const cards = boardOn(page).column('Prospect').locator('.g-fiche');
    await cards.nth(19).waitFor();
    expect(await cards.count()).toBe(20);
    await page.getByRole('button', { name: 'Voir plus (23)' }).click();
    await page.getByRole('button', { name: 'Voir plus (3)' }).click();
    await cards.nth(42).waitFor();
    expect(new Set(await cards.evaluateAll((all) => all.map((each) => each.getAttribute('data-carte')))).size).toBe(43);
  });
});

describe('a card goes to another column', () => {
  test('by the mouse: the engine moves it, and numbers and sums follow', async () => {
    const id = await sold.opportunite('Flotte');
    const page = await open('resources/opportunites');
    const { column, said, drag } = boardOn(page);
    await drag('Flotte', 'Proposition');
    await said('« Flotte » est maintenant dans « Proposition ».');
    expect(await stood(id)).toBe('proposition');
    await column('Proposition').getByRole('heading', { name: 'Proposition 1' }).waitFor();
    expect(await column('Proposition').locator('[data-somme="montant"]').innerText()).toMatch(/1.000.000.FCFA/);
    expect(page.url()).not.toContain('records');
  });

  test('back only with a reason: its form opens filled in, and leads back', async () => {
    const id = await sold.opportunite('Flotte', { etape: 'negociation' });
    const page = await open('resources/opportunites');
    const { column, drag } = boardOn(page);
    await drag('Flotte', 'Qualification');
    await page.getByLabel('Motif').fill('Le client revoit son besoin');
    expect(await page.getByLabel('Étape').inputValue()).toBe('qualification');
    await page.getByTestId('button-action').click();
    await column('Qualification').getByRole('heading', { name: 'Qualification 1' }).waitFor();
    expect(await stood(id)).toBe('qualification');
  });

  test('not when it may not: it goes back, and why is said', async () => {
    const id = await sold.opportunite('Gagnée', { etape: 'conclusion' });
    const page = await open('resources/opportunites');
    const { column, said, drag } = boardOn(page);
    await drag('Gagnée', 'Prospect');
    await said('Cette opportunité est gagnée : rouvrez-la pour la changer.');
    await column('Conclusion').locator('.g-fiche', { hasText: 'Gagnée' }).waitFor();
    expect(await stood(id)).toBe('conclusion');
  });

  test('not when somebody else has changed it: that is said, and it is shown as it is now', async () => {
    const id = await sold.opportunite('Flotte');
    const page = await open('resources/opportunites');
    const { column, card, said, drag } = boardOn(page);
    await card('Flotte').waitFor();
    await panel.db.rows(`update opportunites set montant = 7000000, revision = revision + 1 where id = $1`, [id]);
    await drag('Flotte', 'Proposition');
    await said(/modifié/);
    await column('Prospect')
      .getByText(/7.000.000.FCFA/)
      .first()
      .waitFor();
    expect(await stood(id)).toBe('prospect');
    await drag('Flotte', 'Proposition');
    await said('« Flotte » est maintenant dans « Proposition ».');
  });

  test('by the keyboard, each step said aloud; Escape leaves it', async () => {
    const id = await sold.opportunite('Flotte');
    const page = await open('resources/opportunites');
    const { card, said } = boardOn(page);
    await card('Flotte').focus();
    await page.keyboard.press('Space');
    await said('« Flotte » est prise, colonne « Prospect », 1 sur 5.');
    await page.keyboard.press('ArrowRight');
    await said('Colonne « Qualification », 2 sur 5.');
    await page.keyboard.press('Escape');
    await said('« Flotte » reste dans « Prospect ».');
    expect(await stood(id)).toBe('prospect');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await said('Colonne « Proposition », 3 sur 5.');
    await page.keyboard.press('Enter');
    await said('« Flotte » est maintenant dans « Proposition ».');
    expect(await stood(id)).toBe('proposition');
    await expect.poll(() => focused(page)).toBe(String(id));
  });

  test('by its menu, which says where it cannot go', async () => {
    const id = await sold.opportunite('Flotte');
    const page = await open('resources/opportunites');
    await boardOn(page).card('Flotte').getByRole('button', { name: 'Déplacer vers… Flotte' }).click();
    expect(await page.getByRole('menuitem').allInnerTexts()).toHaveLength(4);
    await page.getByRole('menuitem', { name: 'Négociation' }).click();
    await boardOn(page).said('« Flotte » est maintenant dans « Négociation ».');
    expect(await stood(id)).toBe('negociation');
  });

  test('by a finger at its handle, on a tablet', async () => {
    const id = await sold.opportunite('Flotte');
    const page = await open('resources/opportunites', { width: 820, touch: true });
    const { card, column, said } = boardOn(page);
    const from = await card('Flotte').locator('[data-poignee]').boundingBox();
    const to = await column('Qualification').boundingBox();
    if (!from || !to) throw new Error('not to be seen');
    const finger = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number, y?: number) =>
      finger.send('Input.dispatchTouchEvent', { type, touchPoints: x && y ? [{ x, y }] : [] });
    const [x, y] = [from.x + from.width / 2, from.y + from.height / 2];
    await touch('touchStart', x, y);
    for (let i = 1; i <= 6; i++) await touch('touchMove', x + ((to.x + 40 - x) * i) / 6, y + 4 * i);
    await touch('touchEnd');
    await said('« Flotte » est maintenant dans « Qualification ».');
    expect(await stood(id)).toBe('qualification');
  });
});

test('on a phone there is one column at a time, by tabs, and nothing is wider than the screen', async () => {
  await sold.opportunite('Flotte');
  await sold.opportunite('École', { etape: 'negociation' });
  const page = await open('resources/opportunites', { width: 390, touch: true });
  expect(await page.locator('.g-colonne:visible').count()).toBe(1);
  await page.getByRole('tab', { name: 'Négociation 1' }).click();
  await boardOn(page).card('École').waitFor({ state: 'visible' });
  expect(await boardOn(page).card('Flotte').isVisible()).toBe(false);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await faults(page)).toEqual([]);
});

test('tâches: mine by their day; one press ticks one off, another takes it back', async () => {
  const late = await sold.tache('Rappeler', -2);
  await sold.tache('Visiter', 0);
  await sold.tache('Classer', null, { assigne_a_id: panel.people.awa.id });
  const page = await open('resources/taches');
  const { column, card, said } = boardOn(page);
  await column('En retard').getByText('Rappeler').waitFor();
  await column('En retard').locator('.g-ton-rouge', { hasText: 'En retard' }).first().waitFor();
  expect(await card('Classer').count()).toBe(0);
  const state = async () =>
    (await panel.db.rows<{ statut: string }>('select statut from taches where id = $1', [late]))[0]?.statut;
  await page.getByRole('button', { name: /: Rappeler$/ }).click();
  await said('« Rappeler » : c’est fait.');
  expect(await state()).toBe('terminee');
  await expect.poll(() => card('Rappeler').count()).toBe(0);
  await page.getByRole('button', { name: 'Rouvrir' }).click();
  await column('En retard').getByText('Rappeler').waitFor();
  expect(await state()).toBe('a_faire');
  await page.getByRole('link', { name: 'À tous' }).click();
  await column('Sans date').getByText('Classer').waitFor();
  expect(await faults(page)).toEqual([]);
});
