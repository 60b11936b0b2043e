import { afterAll, beforeAll, expect, test } from 'vitest';
import { JEAN, MARIE } from '../../server/http/borne/borne.fixture.ts';
import { type Kiosk, openKiosk } from './kiosk.ts';
import { everythingKept, figuresKept, keptOnPhone, trouble } from './phone.fixture.ts';

let kiosk: Kiosk;
beforeAll(async () => {
  kiosk = await openKiosk({ size: 'p' });
});
afterAll(() => kiosk.close());

async function enter(who = JEAN) {
  const screen = await kiosk.show({ size: 'p' });
  await screen.signIn(who);
  await screen.settled();
  await keptOnPhone(screen.page);
  await figuresKept(screen.page);
  return screen;
}

test('without the network the last figures are read with their date, also after a reload', async () => {
  const screen = await enter();
  const { page, context } = screen;
  await page.getByText('POL001').first().click();
  await page.waitForURL('**/contrats/POL001');
  await screen.settled();
  await page.waitForTimeout(300);
  await context.setOffline(true);
  await page.getByText(/Pas de réseau\. Chiffres du \d+(er)? \S+ \d{4} à \d\d:\d\d/).waitFor();
  await page.reload();
  await page.getByText(/Chiffres du/).waitFor();
  expect(page.url()).toContain('/espace/contrats/POL001');
  await page.getByRole('link', { name: 'Accueil' }).click();
  await page.getByRole('heading', { name: 'Mes contrats' }).waitFor();
  await page.getByText('700 000').waitFor();
  expect(trouble(screen)).toEqual([]);
  await screen.close();
});

test('without the network nobody begins to pay, and nothing is sent when it is back', async () => {
  const screen = await enter();
  const { page, context } = screen;
  await context.setOffline(true);
  await page.getByText(/Chiffres du/).waitFor();
  const changing: string[] = [];
  context.on('request', (request) => request.method() !== 'GET' && changing.push(request.url()));
  await page.getByRole('link', { name: /Payer/ }).first().click();
  await page.getByRole('heading', { name: 'Il faut le réseau' }).waitFor();
  await page.getByText('Rien ne sera envoyé plus tard').waitFor();
  await context.setOffline(false);
  await page.getByRole('heading', { name: 'Il faut le réseau' }).waitFor({ state: 'detached' });
  await screen.settled();
  expect(changing).toEqual([]);
  expect(trouble(screen)).toEqual([]);
  await screen.close();
});

test('the figures are sealed, and gone when the client leaves', async () => {
  const screen = await enter();
  const { page } = screen;
  const sealed = await everythingKept(page);
  expect(sealed.database).toContain('key false');
  expect(sealed.database + sealed.storage).not.toMatch(/KONGO|Jean|POL00|61234567/);
  await page.getByRole('link', { name: 'Plus' }).click();
  await page.getByRole('button', { name: /Terminer/ }).click();
  await page.getByRole('link', { name: /Mon assurance/ }).waitFor();
  await expect.poll(async () => (await everythingKept(page)).database).toBe('[]');
  const { caches } = await everythingKept(page);
  expect(caches.filter((each) => !/^\/(espace\/|borne\/(assets\/|icone\.svg))/.test(each))).toEqual([]);
  await expect.poll(async () => (await everythingKept(page)).storage).toMatch(/^\[\{\},\{\},(null|\{"idx":\d\}),""\]$/);
  await page.goBack();
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByText(/KONGO|POL00/).count()).toBe(0);
  expect(trouble(screen)).toEqual([]);
  await screen.close();
});

test('another client who signs in on the same telephone finds nothing of the first', async () => {
  const screen = await enter();
  const { page, context } = screen;
  const tab = await context.newPage();
  await tab.goto('./connexion');
  await tab.getByLabel('Numéro de police').fill(MARIE.police);
  await tab.getByRole('button', { name: 'Continuer' }).click();
  await tab.getByLabel('Téléphone').fill(MARIE.telephone);
  await tab.getByRole('button', { name: 'Entrer' }).click();
  await tab.getByText('POL003').first().waitFor();
  // The first window goes over to who is here now.
  await page.getByText('POL003').first().waitFor();
  await page.waitForTimeout(300);
  await context.setOffline(true);
  await page.reload();
  await page.getByText(/Chiffres du/).waitFor();
  const cards = page.getByRole('link', { name: /POL003/ });
  expect([await cards.count(), await page.getByText(/POL001|KONGO/).count()]).toEqual([1, 0]);
  expect(trouble(screen)).toEqual([]);
  await screen.close();
});

test('a session that the server has ended takes the figures with it', async () => {
  const screen = await enter();
  const { page } = screen;
  await kiosk.db.rows('update sessions_borne set terminee_le = now()');
  await page.reload();
  await page.getByRole('link', { name: /Mon assurance/ }).waitFor();
  await page.getByText('Votre visite a pris fin').waitFor();
  expect(await everythingKept(page)).toMatchObject({ database: '[]', storage: expect.stringMatching(/^\[\{\}/) });
  await screen.close();
});

test('figures of more than thirty days ago are shown to nobody, and do not stay', async () => {
  const screen = await enter();
  const { page, context } = screen;
  await page.waitForTimeout(300);
  await context.setOffline(true);
  await page.clock.install({ time: Date.now() + 29 * 86_400_000 });
  await page.reload();
  await page.getByText(/Chiffres du/).waitFor();
  await page.clock.setSystemTime(Date.now() + 31 * 86_400_000);
  await page.reload();
  await page.getByRole('heading', { name: /police/i }).waitFor();
  expect((await everythingKept(page)).database).toBe('[]');
  expect(trouble(screen)).toEqual([]);
  await screen.close();
});

test('who leaves without the network is out at once, and the server is told at the next start', async () => {
  const screen = await enter();
  const { page, context } = screen;
  const open = async () =>
    (await kiosk.db.rows('select from sessions_borne where terminee_le is null and expire_le > now()')).length;
  await context.setOffline(true);
  await page.getByText(/Chiffres du/).waitFor();
  await page.getByRole('link', { name: 'Plus' }).click();
  await page.getByRole('button', { name: /Terminer/ }).click();
  await page.getByRole('link', { name: /Mon assurance/ }).waitFor();
  await expect.poll(async () => (await everythingKept(page)).database).toBe('[]');
  const before = await open();
  await context.setOffline(false);
  await page.reload();
  await expect.poll(open).toBe(before - 1);
  await page.getByRole('link', { name: /Mon assurance/ }).waitFor();
  await expect.poll(async () => (await everythingKept(page)).storage).toMatch(/^\[\{\}/);
  expect(trouble(screen)).toEqual([]);
  await screen.close();
});
