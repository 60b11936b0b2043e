import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Kiosk, openKiosk } from './kiosk.ts';

let kiosk: Kiosk;
beforeAll(async () => {
  kiosk = await openKiosk({ still: true });
});
afterAll(() => kiosk.close());

test('a terminal that nobody touches calls from afar, and wakes wherever it is touched', async () => {
  const { page, axe, complaints, close } = await kiosk.show({ still: true });
  await page.clock.install();
  await page.keyboard.press('Shift');
  await page.clock.fastForward(91_000);
  const call = page.getByRole('button', { name: /Touchez l’écran/ });
  await call.waitFor();
  expect(await axe()).toEqual([]);
  await page.touchscreen.tap(40, 1600);
  await call.waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: /^Bonjour/ }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test('help is told in pictures with words beside them, and says what a terminal keeps', async () => {
  const { page, complaints, close } = await kiosk.show({ still: true });
  await page.getByRole('link', { name: /Aide en images/ }).tap();
  await page.getByText('Ce que cette borne garde de vous : rien').waitFor();
  await page.getByRole('link', { name: 'Payer avec mon téléphone' }).tap();
  const steps = page.getByRole('listitem');
  expect([await steps.count(), await steps.locator('svg[viewBox="0 0 220 150"]').count()]).toEqual([4, 4]);
  await page.getByText('Tapez votre code secret sur votre téléphone. Jamais ici.').waitFor();
  expect(complaints).toEqual([]);
  await close();
});
