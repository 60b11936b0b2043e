import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Impression } from '../../kiosk/pont.ts';
import { JEAN } from '../../server/http/borne/borne.fixture.ts';
import { type Kiosk, openKiosk, type Shown } from './kiosk.ts';
import type { Screen } from './screen.ts';

let kiosk: Kiosk;
let screen: Screen;

beforeAll(async () => {
  kiosk = await openKiosk();
});
afterAll(() => kiosk.close());
afterEach(async () => {
  await screen.close();
  await kiosk.db.rows('delete from envois');
});

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 }).waitFor();

/** Signed in, before the choice of a document. */
async function open(shown: Shown = {}): Promise<Page> {
  screen = await kiosk.show(shown);
  const { page } = screen;
  await screen.signIn(JEAN);
  await page.getByRole('link', { name: 'Relevé et attestation' }).click();
  await heading(page, 'Quel document voulez-vous ?');
  return page;
}

const sent = () =>
  kiosk.db.rows<{ document: string; par: string }>('select document, par from envois order by cree_le');

/** A shell around the screens, as far as they know of one. */
const withPrinter = (page: Page, printed: Impression) =>
  page.evaluate((answer) => {
    const asked: string[] = [];
    Object.assign(window, {
      asked,
      guichet: {
        imprimer: async (document: string) => {
          asked.push(document);
          return answer;
        },
      },
    });
  }, printed);

test('a relevé goes to the telephone on file, and the screen says to which', async () => {
  const page = await open();
  await button(page, 'Relevé de tous mes contrats Ce qui est payé et ce qui reste');
  await heading(page, 'Comment le voulez-vous ?');
  await button(page, /Recevoir par SMS/);
  await heading(page, 'C’est envoyé');
  await page.getByText('Le document part vers 06 ••• •• 67.').waitFor();
  expect(await sent()).toEqual([{ document: 'releve', par: 'sms' }]);
  expect(screen.complaints).toEqual([]);
});

test('without an e-mail on file none is offered; with one, it is shown masked', async () => {
  let page = await open();
  await button(page, /^Attestation/);
  await heading(page, 'Comment le voulez-vous ?');
  expect(await page.getByRole('button', { name: /e-mail/ }).count()).toBe(0);
  await screen.close();
  await kiosk.db.rows(`update clients set email = 'jean.kongo@example.cg' where id = $1`, [kiosk.borne.jean]);
  page = await open();
  await button(page, /^Attestation/);
  await button(page, /Recevoir par e-mail/);
  await heading(page, 'C’est envoyé');
  expect(await page.getByText('jean.kongo@example.cg').count()).toBe(0);
  expect((await sent()).at(-1)).toEqual({ document: 'attestation', par: 'email' });
});

test('at a terminal it is printed, and the shell is told which document of whom', async () => {
  const page = await open();
  await withPrinter(page, { statut: 'imprime' });
  await button(page, /^Attestation/);
  await button(page, /^Imprimer/);
  await heading(page, 'Voici votre document');
  expect(await page.evaluate(() => (window as unknown as { asked: string[] }).asked)).toEqual([
    '/contrats/POL002/attestation.pdf',
  ]);
});

test.each([
  ['papier', 'Il n’y a plus de papier dans l’imprimante.'],
  ['hors_ligne', 'L’imprimante ne répond pas.'],
  ['bloquee', 'L’imprimante est bloquée.'],
  ['absente', 'Cette borne n’a pas d’imprimante.'],
  ['inconnue', 'L’imprimante ne marche pas en ce moment.'],
] as const)('a printer that is %s is told as it is, and another way is open', async (raison, words) => {
  const page = await open();
  await withPrinter(page, { statut: 'echec', raison });
  await button(page, /^Relevé de tous/);
  await button(page, /^Imprimer/);
  await page.getByText(words).waitFor();
  await button(page, /Recevoir par SMS/);
  await heading(page, 'C’est envoyé');
});

test('a browser without a shell offers no printing', async () => {
  const page = await open();
  await button(page, /^Relevé de tous/);
  await heading(page, 'Comment le voulez-vous ?');
  expect(await page.getByRole('button', { name: /^Imprimer/ }).count()).toBe(0);
});

test('on a phone the reçu of a payment is opened there', async () => {
  screen = await kiosk.show({ size: 'p' });
  const { page } = screen;
  await screen.signIn(JEAN);
  await page.getByRole('link', { name: 'Paiements' }).click();
  await page.getByRole('link', { name: 'Le reçu' }).first().click();
  const coming = page.waitForEvent('download');
  await button(page, /^Ouvrir/);
  const file = await (await coming).path();
  expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-');
  await heading(page, 'Le document est sur votre téléphone');
});

test('the limit of an hour is said in the server’s words', async () => {
  const page = await open();
  for (let n = 0; n < 5; n++) {
    await button(page, /^Relevé de tous/);
    await button(page, /Recevoir par SMS/);
    await heading(page, 'C’est envoyé');
    await button(page, 'Un autre document');
  }
  await button(page, /^Relevé de tous/);
  await button(page, /Recevoir par SMS/);
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').innerText()).toMatch(/heure/);
  expect(await sent()).toHaveLength(5);
});
