import { afterAll, beforeAll, expect, test } from 'vitest';
import { JEAN } from '../../server/http/borne/borne.fixture.ts';
import { type Kiosk, openKiosk } from './kiosk.ts';

let kiosk: Kiosk;
beforeAll(async () => {
  kiosk = await openKiosk();
});
afterAll(() => kiosk.close());

test.each(['k', 'l', 'p'] as const)('signing in by the screens (%s) leads to the tableau', async (size) => {
  const { signIn, page, axe, overflows, complaints, close } = await kiosk.show({ size });
  await signIn(JEAN);
  await page.getByText('POL002').first().waitFor();
  expect([await axe(), await overflows(), complaints]).toEqual([[], false, []]);
  await close();
});

test('the clock of a screen can be moved: nobody touches it, and all is gone', async () => {
  const { signIn, page, complaints, close } = await kiosk.show();
  await page.clock.install();
  await signIn(JEAN);
  await page.clock.fastForward(62_000);
  await page.getByRole('alertdialog').waitFor();
  await page.clock.fastForward(31_000);
  await page.getByRole('link', { name: /Mon assurance/ }).waitFor();
  expect([await page.getByText('KONGO').count(), complaints]).toEqual([0, []]);
  await close();
});
