import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { JEAN } from '../../server/http/borne/borne.fixture.ts';
import { type Kiosk, openKiosk } from './kiosk.ts';
import type { Screen } from './screen.ts';

let kiosk: Kiosk;
let screen: Screen;

beforeAll(async () => {
  kiosk = await openKiosk();
});
afterAll(() => kiosk.close());
afterEach(() => screen.close());

async function enter(locale?: string): Promise<Page> {
  screen = await kiosk.show({ locale });
  await screen.signIn(JEAN);
  return screen.page;
}

const states = { payee: 'Payée', partielle: 'Payée en partie', en_retard: 'En retard', a_venir: 'À venir' };
type State = keyof typeof states;

/** Texts as they are read: spaces that do not break are spaces. */
const read = async (page: Page, selector: string) =>
  (await page.locator(selector).allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());

test('the first screen says what is paid in all, what is due, and how each contrat stands', async () => {
  const page = await enter();
  const [sums = ''] = await read(page, 'main dl');
  expect(sums).toContain('700 000 FCFA');
  expect(sums).toContain('100 000 FCFA');
  const cards = await read(page, 'main a[href*="/contrats/"]');
  expect(cards).toHaveLength(2);
  expect(cards.find((card) => card.includes('POL001'))).toBe('Vie POL001 Pas couvert Versé en tout 400 000 FCFA');
  expect(cards.find((card) => card.includes('POL002'))).toMatch(
    /^Auto POL002 Couvert jusqu’au \d.* 20\d\d Versé en tout 300 000 FCFA$/,
  );
});

test('the contributions of the last three months are listed with their state', async () => {
  const page = await enter();
  const lines = await read(page, 'main section:has(h2:text-is("Cotisations des trois derniers mois")) li');
  const { body } = await (await kiosk.borne.as(JEAN))<{ cotisations_recentes: { police: string; statut: State }[] }>(
    'GET',
    '/clients/POL001/dashboard',
  );
  expect(lines.length).toBeGreaterThan(4);
  expect(lines).toHaveLength(body.cotisations_recentes.length);
  for (const [i, { police, statut }] of body.cotisations_recentes.entries()) {
    expect(lines[i]).toMatch(new RegExp(`20\\d\\d ${police} \\d+ 000 FCFA ${states[statut]}$`));
  }
});

test('the line of time holds each period as the server tells it, the older and later ones a touch away', async () => {
  const page = await enter();
  await page.locator('main a[href*="POL001"]').click();
  await page.getByRole('link', { name: /^Cotisations/ }).click();
  await page.getByText('Payée').first().waitFor();
  for (const more of [/plus anciennes/, /suivantes/]) {
    const button = page.getByRole('button', { name: more });
    if (await button.isVisible()) await button.click();
  }
  const told = await (await kiosk.borne.as(JEAN))<{ cotisations: { quittance: string; statut: State }[] }>(
    'GET',
    '/contrats/POL001',
  );
  const periods = await read(page, 'main ol > li');
  expect(periods).toHaveLength(12);
  for (const [i, { quittance, statut }] of told.body.cotisations.entries()) {
    expect(periods[i]).toContain(`Quittance ${quittance}`);
    expect(periods[i]).toMatch(new RegExp(`${states[statut]}$`));
  }
  expect(screen.complaints).toEqual([]);
});

test('what is covered stands with its sum', async () => {
  const page = await enter();
  await page.locator('main a[href*="POL002"]').click();
  await page.getByRole('link', { name: /^Garanties/ }).click();
  await page.getByRole('heading', { name: 'Décès' }).waitFor();
  expect((await read(page, 'main li'))[0]).toBe('Décès Jusqu’à 1 000 000 FCFA');
});

test('everything is said in English to whoever chooses it, and in French to the next', async () => {
  const page = await enter();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Hello Jean Baptiste' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  await page.locator('main a[href*="POL002"]').click();
  await page.getByRole('link', { name: /^Contributions/ }).click();
  await page.getByText('Paid', { exact: true }).first().waitFor();
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByRole('heading', { name: /^Bonjour/ }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('fr');
});

test('each screen is read aloud once that is asked for, and silent before', async () => {
  screen = await kiosk.show();
  const { page } = screen;
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    window.speechSynthesis.speak = (spoken) => void said.push(`${spoken.lang}: ${spoken.text}`);
  });
  const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said);
  await page.getByRole('link', { name: /Mon assurance/ }).click();
  await page.getByRole('heading', { name: 'Votre numéro de police' }).waitFor();
  expect(await said()).toEqual([]);
  await page.getByRole('button', { name: 'Écouter' }).click();
  expect(await said()).toEqual(['fr-FR: Tapez votre numéro de police. Il est écrit sur votre contrat.']);
  await page.getByRole('button', { name: 'Affichage' }).click();
  await page.getByRole('group', { name: 'Lire chaque écran à voix haute' }).getByRole('radio', { name: 'Oui' }).check();
  await page.getByRole('button', { name: 'C’est bien ainsi' }).click();
  await page.getByLabel('Numéro de police', { exact: true }).fill('POL001');
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByRole('heading', { name: 'Votre numéro de téléphone' }).waitFor();
  expect((await said()).at(-1)).toMatch(/^fr-FR: Tapez maintenant votre numéro de téléphone/);
});
