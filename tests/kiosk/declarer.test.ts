import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { MARIE } from '../../server/http/borne/borne.fixture.ts';
import { type Writing, writing } from './code.fixture.ts';
import { bill, tellAll } from './declarer.fixture.ts';
import { type Kiosk, openKiosk } from './kiosk.ts';
import type { Screen } from './screen.ts';

/** A sinistre declared on one’s own telephone, with photos that may not all arrive. */
let kiosk: Kiosk;
let screen: Screen;
let hand: Writing;
beforeAll(async () => {
  kiosk = await openKiosk({ size: 'p' });
});
afterAll(() => kiosk.close());
beforeEach(async () => {
  await kiosk.db.rows('delete from codes');
  await kiosk.db.rows(`update sinistres set statut = 'rejete', motif_rejet = 'doublon', commentaire_rejet = 'x'`);
  screen = await kiosk.show({ size: 'p', still: true });
  hand = writing(screen.page);
  await screen.signIn(MARIE);
});
afterEach(() => screen.close());

const declared = () =>
  kiosk.db.rows<{ numero: string; demande: number; canal: string; description: string | null }>(
    `select numero, demande, canal, description from sinistres where statut = 'declare'`,
  );
const papers = () =>
  kiosk.db.rows<{ nom: string; canal: string }>(
    `select d.nom, d.canal from documents d join sinistres s on s.id = d.sinistre_id
     where s.statut = 'declare' and d.retire_le is null order by d.id`,
  );

/** Up to the last look, with two photos of which one is a PNG. */
async function toTheLook() {
  const { page } = screen;
  await page.getByRole('link', { name: 'Déclarer un sinistre' }).click();
  await hand.heading('Quand est-ce arrivé ?');
  await tellAll({ ...hand, button: choosing });
  await page.getByLabel(/^Prendre une photo/).setInputFiles(await bill());
  await page.getByText('facture.jpg').waitFor();
  const png = await sharp({ create: { width: 40, height: 30, channels: 4, background: '#10242b80' } })
    .png()
    .toBuffer();
  await page
    .getByLabel(/^Choisir un fichier/)
    .setInputFiles([{ name: 'reçu.png', mimeType: 'image/png', buffer: png }]);
  await page.getByText('reçu.png').waitFor();
}

/** Touches a button; on the screen that asks what happened, the garantie before it. */
async function choosing(name: string | RegExp) {
  const box = screen.page.getByRole('checkbox', { name: /Décès/ });
  if (await box.isVisible()) await box.check();
  await hand.button(name);
}

async function declare() {
  await hand.button('Continuer');
  await hand.heading('Vérifiez, puis déclarez');
  await hand.button('Déclarer');
  await hand.give(await hand.sms());
}

test('two photos: made smaller and upright before they leave, then kept with the sinistre', async () => {
  const { page } = screen;
  await toTheLook();
  const side = await page
    .locator('img[src^="blob:"]')
    .first()
    .evaluate((img: HTMLImageElement) => [img.naturalWidth, img.naturalHeight]);
  expect(side).toEqual([1000, 2000]);
  expect([await screen.axe(), await screen.overflows(), await screen.smallTargets()]).toEqual([[], false, []]);
  await declare();
  await page.getByText('Les photos sont envoyées').waitFor();
  const [sinistre] = await declared();
  expect(sinistre).toMatchObject({ demande: 50_000, canal: 'espace', description: null });
  await page.getByText(sinistre?.numero ?? '', { exact: true }).waitFor();
  expect(await papers()).toEqual([
    { nom: 'facture.jpg', canal: 'espace' },
    { nom: 'reçu.jpg', canal: 'espace' },
  ]);
  expect([await screen.axe(), screen.complaints]).toEqual([[], []]);
  await page.getByRole('link', { name: 'Voir mes sinistres' }).click();
  await page.getByText('2 photos ou papiers envoyés').waitFor();
  await page.getByRole('link', { name: 'Ajouter une photo' }).click();
  await page.getByLabel(/^Prendre une photo/).setInputFiles(await bill('plus tard.jpg'));
  await hand.button('Envoyer');
  await hand.heading('Les photos sont envoyées');
  expect(await papers()).toHaveLength(3);
});

test('a photo that does not arrive is tried again on its own; the declaration stands all the while', async () => {
  const { page } = screen;
  let broken = 1;
  await page.route('**/documents', (route) =>
    route.request().method() === 'POST' && broken-- > 0 ? route.abort() : route.continue(),
  );
  await toTheLook();
  await declare();
  await page.getByText('1 fichier n’est pas parti.').waitFor();
  expect([(await declared()).length, await papers()]).toEqual([1, [{ nom: 'reçu.jpg', canal: 'espace' }]]);
  await hand.button(/^Réessayer/);
  await page.getByText('Les photos sont envoyées').waitFor();
  expect([(await declared()).length, (await papers()).map(({ nom }) => nom)]).toEqual([1, ['reçu.jpg', 'facture.jpg']]);
});

test('without a network nothing is declared, nothing is sent later; photos wait for their hand', async () => {
  const { page, context } = screen;
  await toTheLook();
  await hand.button('Continuer');
  await hand.heading('Vérifiez, puis déclarez');
  await context.setOffline(true);
  await hand.button('Déclarer');
  await page.getByText(/^Pas de réseau\s: rien n’est parti\.$/).waitFor();
  await context.setOffline(false);
  await page.waitForTimeout(500);
  expect(await declared()).toEqual([]);
  await page.route('**/documents', async (route) => {
    await context.setOffline(true);
    await route.abort();
  });
  await hand.button('Déclarer');
  await hand.give(await hand.sms());
  await page.getByText('2 fichiers ne sont pas partis.').waitFor();
  expect([(await declared()).length, await papers()]).toEqual([1, []]);
  await page.unroute('**/documents');
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Réessayer facture.jpg' }).click();
  await page.getByRole('button', { name: 'Réessayer reçu.png' }).click();
  await page.getByText('Les photos sont envoyées').waitFor();
  expect(await papers()).toHaveLength(2);
});

test('what is no photo is told at once, and an eleventh is not taken', async () => {
  const { page } = screen;
  await toTheLook();
  const pick = page.getByLabel(/^Choisir un fichier/);
  await pick.setInputFiles([{ name: 'vidéo.mp4', mimeType: 'video/mp4', buffer: Buffer.from('x') }]);
  await page.getByText(/vidéo\.mp4\s»\sne s’ouvre pas/).waitFor();
  const pdf = { name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(5 * 1024 * 1024 + 1) };
  await pick.setInputFiles([pdf]);
  await page.getByText(/a\.pdf\s»\sest trop grand/).waitFor();
  const small = { ...pdf, buffer: Buffer.from('%PDF-1.4\n') };
  await pick.setInputFiles(Array.from({ length: 9 }, () => small));
  await page.getByText(/^Seuls les 10 premiers/).waitFor();
  await page.getByText(/^C’est complet\s: 10 fichiers au plus/).waitFor();
  await page.getByRole('button', { name: 'Retirer facture.jpg' }).click();
  await page.getByLabel(/^Prendre une photo/).waitFor();
});
