import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { JEAN } from '../../server/http/borne/borne.fixture.ts';
import { type Kiosk, openKiosk } from './kiosk.ts';
import { hands } from './payer.fixture.ts';
import type { Screen } from './screen.ts';

/** Each step of a payment, where letters are at their largest: nothing is wider than the screen, and axe finds nothing. */
let kiosk: Kiosk;
let screen: Screen;
beforeAll(async () => {
  kiosk = await openKiosk();
});
afterAll(() => kiosk.close());
afterEach(() => screen.close());

test.each([
  ['k', 'fort', 'enorme'],
  ['p', 'fort', 'enorme'],
  ['l', 'sombre', 'enorme'],
] as const)('%s, contrast %s, letters %s', async (size, contraste, taille) => {
  screen = await kiosk.show({ size, still: true });
  const { page, signIn, axe, overflows, look, complaints } = screen;
  const hand = hands(page);
  const wrong: string[] = [];
  const step = async (name: string) => {
    if (await overflows()) wrong.push(`${name} is too wide`);
    for (const each of await axe(['color-contrast', 'label', 'link-name', 'button-name', 'aria-valid-attr-value'])) {
      wrong.push(`${name}: ${each}`);
    }
  };
  await signIn(JEAN);
  await look({ contraste, taille });
  await page.getByRole('link', { name: /^Payer/ }).click();
  await page.getByText('POL002').waitFor();
  await step('liste');
  await page.getByRole('link', { name: /POL002/ }).click();
  await page.getByRole('button', { name: /Un autre montant/ }).waitFor();
  await step('quoi');
  await hand.button(/Un autre montant/);
  await page.getByLabel('Somme en francs').fill('250');
  await step('montant');
  await hand.button('Continuer');
  await hand.heading('Quel téléphone va payer ?');
  await step('telephone');
  await hand.button(/Le vôtre/);
  await hand.heading('Avec quel compte ?');
  await step('operateur');
  await hand.button('Continuer');
  await hand.heading('Vérifiez, puis payez');
  await step('revoir');
  await hand.asked();
  await kiosk.operators.send();
  await hand.heading('Regardez votre téléphone');
  await step('attente');
  await kiosk.operators.settle();
  await hand.heading('Paiement reçu');
  await step('reussi');
  expect([wrong, complaints]).toEqual([[], []]);
});
