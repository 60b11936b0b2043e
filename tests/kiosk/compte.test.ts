import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { JEAN, MARIE } from '../../server/http/borne/borne.fixture.ts';
import { surprises, type Writing, writing } from './code.fixture.ts';
import { type Kiosk, openKiosk } from './kiosk.ts';
import type { Screen } from './screen.ts';

/** What is one’s own beside contrats: the telephone, the letters, and the way out. */
let kiosk: Kiosk;
let screen: Screen;
let hand: Writing;
beforeAll(async () => {
  kiosk = await openKiosk({ size: 'p' });
});
afterAll(() => kiosk.close());
beforeEach(async () => {
  await kiosk.db.rows('delete from codes');
  screen = await kiosk.show({ size: 'p', still: true });
  hand = writing(screen.page);
  await screen.signIn(JEAN);
  await screen.page.getByRole('link', { name: 'Plus' }).click();
  await hand.heading('Mon compte');
});
afterEach(() => screen.close());

const telephone = async () =>
  (await kiosk.db.rows<{ telephone: string }>('select telephone from clients where id = $1', [kiosk.borne.jean]))[0]
    ?.telephone;

test('another telephone: looked at in large digits, confirmed from the old one, shown masked', async () => {
  const { page } = screen;
  await page.getByRole('link', { name: /^Changer mon numéro/ }).click();
  await hand.fill('Nouveau numéro', '05');
  await page.getByText('Tapez un numéro de téléphone entier.').waitFor();
  await hand.fill('Nouveau numéro', '055554433');
  await page.getByText('05 555 44 33').waitFor();
  await hand.button('Changer mon numéro');
  await page.getByText('Six chiffres, envoyés au 06 ••• •• 67.').waitFor();
  await hand.give(await hand.sms());
  await hand.heading('Votre numéro est changé');
  expect([await telephone(), surprises(screen.complaints)]).toEqual(['+242055554433', []]);
  await page.getByRole('link', { name: 'Plus' }).click();
  await page.getByText('05 ••• •• 33').waitFor();
  await kiosk.db.rows('update clients set telephone = $2 where id = $1', [kiosk.borne.jean, JEAN.telephone]);
});

test('a number that the server refuses is told where it was typed, and nothing is changed', async () => {
  const { page } = screen;
  await page.getByRole('link', { name: /^Changer mon numéro/ }).click();
  await hand.fill('Nouveau numéro', MARIE.telephone);
  await hand.button('Changer mon numéro');
  await hand.give(await hand.sms());
  await hand.heading('Votre nouveau numéro');
  expect(await page.getByLabel('Nouveau numéro', { exact: true }).getAttribute('aria-invalid')).toBe('true');
  expect(await telephone()).toBe(JEAN.telephone);
});

test('letters and colours are chosen here, and « Terminer » leaves nothing', async () => {
  const { page } = screen;
  await page.getByRole('radio', { name: 'Énorme' }).check();
  await page.getByRole('radio', { name: 'Très contrastées' }).check();
  expect([await screen.axe(), await screen.overflows(), await screen.smallTargets()]).toEqual([[], false, []]);
  await page.getByRole('button', { name: /^Terminer/ }).click();
  await page.getByRole('link', { name: /Mon assurance/ }).waitFor();
  expect([await page.getByText('KONGO').count(), screen.complaints]).toEqual([0, []]);
});
