import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { JEAN } from '../../server/http/borne/borne.fixture.ts';
import { type Kiosk, openKiosk } from './kiosk.ts';
import type { Screen } from './screen.ts';

let kiosk: Kiosk;
beforeAll(async () => {
  kiosk = await openKiosk();
});
afterAll(() => kiosk.close());
beforeEach(async () => {
  await kiosk.db.rows(`delete from parametres where code like 'borne.%'`);
  await kiosk.db.rows('update sessions_borne set terminee_le = now()');
});
afterEach(() => void vi.useRealTimers());

/** A terminal at which somebody has signed in, with a clock of its own. */
async function enter(): Promise<Screen> {
  const screen = await kiosk.show();
  await screen.page.clock.install();
  await screen.signIn(JEAN);
  await screen.settled();
  return screen;
}

/** How many sessions are open still. */
const open = async () => {
  const [row] = await kiosk.db.rows<{ n: number }>(
    'select count(*)::int as n from sessions_borne where terminee_le is null and inactif_le > now()',
  );
  return row?.n;
};

test('nobody touches it: a countdown keeps the focus and is announced, and a tap extends it ten times over', async () => {
  const { page, close, complaints, axe } = await enter();
  const dialog = page.getByRole('alertdialog', { name: 'Êtes-vous toujours là ?' });
  for (let n = 0; n < 10; n++) {
    await page.clock.fastForward(59_000);
    expect(await dialog.count(), `${n}`).toBe(0);
    await page.clock.fastForward(2000);
    await dialog.waitFor();
    if (n === 0) {
      expect(await dialog.locator('[aria-live=assertive]').innerText()).toMatch(/se ferme dans \d+ secondes/);
      for (let tab = 0; tab < 5; tab++) {
        await page.keyboard.press('Tab');
        // The last stop of a dialog is the browser’s own frame, never the page behind.
        const outside = await page.evaluate(() => {
          const { activeElement } = document;
          return activeElement !== document.body && activeElement?.closest('dialog') === null;
        });
        expect(outside).toBe(false);
      }
      expect(await axe()).toEqual([]);
    }
    await dialog.getByRole('button', { name: 'Je suis là' }).tap();
    await dialog.waitFor({ state: 'detached' });
  }
  await page.getByRole('heading', { name: 'Mes contrats' }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test('at its end the welcome stands there before anything is painted again, and the session is over', async () => {
  const { page, close, complaints } = await enter();
  expect(await open()).toBe(1);
  await page.evaluate(() => {
    const frames: string[] = [];
    Object.assign(window, { frames_seen: frames });
    new MutationObserver(() => {
      const welcome = document.querySelector('a[href="/connexion"]') !== null;
      if (welcome) frames.push(document.body.innerText);
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  await page.clock.fastForward(61_000);
  await page.getByRole('alertdialog').waitFor();
  await page.clock.fastForward(30_500);
  await page.getByRole('link', { name: /Mon assurance/ }).waitFor();
  const frames = await page.evaluate(() => (window as unknown as { frames_seen: string[] }).frames_seen);
  expect(frames.length).toBeGreaterThan(0);
  expect(frames.filter((text) => /KONGO|Jean Baptiste|POL00/.test(text))).toEqual([]);
  await page.getByText('parce que personne ne le touchait').waitFor();
  await expect.poll(() => open()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
});

test('leaving by the button or by doing nothing, no frame mixes the client with the welcome', async () => {
  const { page, close } = await enter();
  // Between the touch and the next frame all has to have happened.
  const after = await page.evaluate(() => {
    const out = [...document.querySelectorAll('button')].find((each) => each.textContent === 'Terminer');
    out?.click();
    return document.body.innerText;
  });
  expect(after).toContain('Mon assurance');
  expect(after).not.toMatch(/KONGO|Jean Baptiste|POL00/);
  await close();
});

test('a screen that hangs does not keep a session open: the server ends it by its own clock', async () => {
  const { page, close } = await enter();
  // Nothing in the page counts any more: neither its countdown nor its signs of life.
  await page.clock.pauseAt(Date.now() + 1000);
  const ask = async () => {
    const answered = page.waitForResponse((answer) => answer.url().includes('/contrats/POL00'));
    await page
      .getByText(/^POL00/)
      .first()
      .click();
    return (await answered).status();
  };
  vi.useFakeTimers({ toFake: ['Date'] });
  // 60 seconds, 30 of countdown, and 15 for a screen that still counts.
  vi.setSystemTime(Date.now() + 106_000);
  expect(await ask()).toBe(401);
  await page.getByRole('link', { name: /Mon assurance/ }).waitFor();
  await page.getByText('Votre visite a pris fin').waitFor();
  await close();
});

test('its times are those that the institution has set', async () => {
  await kiosk.borne.parametre('borne.inactivite_secondes', 100);
  await kiosk.borne.parametre('borne.compte_a_rebours_secondes', 40);
  const { page, close, complaints } = await enter();
  await page.clock.fastForward(98_000);
  expect(await page.getByRole('alertdialog').count()).toBe(0);
  await page.clock.fastForward(3000);
  await page
    .getByRole('alertdialog')
    .getByText(/dans (3\d|40) secondes/)
    .waitFor();
  await page.clock.fastForward(36_000);
  await page.getByRole('alertdialog').waitFor();
  await page.clock.fastForward(4000);
  await page.getByRole('link', { name: /Mon assurance/ }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});
