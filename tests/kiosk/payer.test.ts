import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { aujourdhui, plusJours, plusMois } from '../../server/core/jours.ts';
import { JEAN } from '../../server/http/borne/borne.fixture.ts';
import { type Kiosk, openKiosk } from './kiosk.ts';
import { hands } from './payer.fixture.ts';
import type { Screen } from './screen.ts';

/** Paying from the terminal: what to pay, how, and until the telephone has confirmed. */
let kiosk: Kiosk;
let screen: Screen;
let hand: ReturnType<typeof hands>;
beforeAll(async () => {
  kiosk = await openKiosk();
});
afterAll(() => kiosk.close());
beforeEach(async () => {
  await kiosk.operators.settle();
  screen = await kiosk.show({ still: true });
  hand = hands(screen.page);
});
afterEach(async () => {
  expect(screen.complaints).toEqual([]);
  await screen.close();
});

const spaced = (text: string) => text.replace(/\s+/g, ' ');
const effet = plusMois(aujourdhui(), -4);
const inWords = (day: string) =>
  new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
const paid = async (police: string) =>
  (await kiosk.db.rows<{ paye: number }>('select paye from souscriptions where numero = $1', [`S-${police}`]))[0]?.paye;

test('catching up: to the franc, covered until the day that was promised, and the reçu is a tap away', async () => {
  const { page, signIn } = screen;
  const end = inWords(plusJours(plusMois(effet, 5), -1));
  await signIn(JEAN);
  await hand.open('POL001');
  await page.getByText('100 000 FCFA : vous serez couvert').waitFor();
  const offer = spaced(await page.getByRole('button', { name: /Se mettre à jour/ }).innerText());
  expect(offer).toContain(`100 000 FCFA Couvert jusqu’au ${end}`);
  await hand.choose(/Se mettre à jour/);
  const look = spaced(await page.getByRole('main').innerText());
  for (const each of ['100 000 FCFA', 'Se mettre à jour', '06 ••• •• 67', 'MTN Mobile Money', end]) {
    expect(look).toContain(each);
  }
  await hand.asked();
  await kiosk.operators.send();
  await hand.heading('Regardez votre téléphone');
  await kiosk.operators.settle();
  await hand.heading('Paiement reçu');
  await page.getByText(`Vous êtes couvert jusqu’au ${end}.`).waitFor();
  expect(await paid('POL001')).toBe(500_000);
  expect(kiosk.operators.debits().at(-1)).toEqual({ phone: '242061234567', amount: 100_000 });
  await page.getByRole('link', { name: 'Imprimer le reçu' }).click();
  await hand.heading('Comment le voulez-vous ?');
});

test('another amount: the keys on the glass, from one franc to what the server lets', async () => {
  const { page, signIn } = screen;
  await signIn(JEAN);
  await hand.open('POL002');
  await hand.button(/Un autre montant/);
  const sum = page.getByLabel('Somme en francs');
  await hand.button('Continuer');
  await page.getByText('Tapez une somme en francs.').waitFor();
  await sum.fill('9000000');
  await hand.button('Continuer');
  await page.getByText('Il reste 420 000 FCFA au plus à payer.').waitFor();
  await sum.fill('');
  for (const key of ['7', '5', '00']) await page.getByRole('button', { name: key, exact: true }).click();
  await hand.choose(/^Continuer$/);
  await hand.asked();
  await kiosk.operators.settle();
  await hand.heading('Paiement reçu');
  expect(await paid('POL002')).toBe(307_500);
  await hand.button('Terminer');
});

test('two taps on the same button, at once, are one payment', async () => {
  const { page, signIn } = screen;
  const before = await kiosk.db.rows('select from paiements');
  await signIn(JEAN);
  await hand.open('POL002');
  await hand.choose(/La prochaine cotisation/);
  await page.getByRole('button', { name: 'Demander le paiement' }).dblclick();
  await hand.waits();
  await kiosk.operators.settle();
  await hand.heading('Paiement reçu');
  expect(await kiosk.db.rows('select from paiements')).toHaveLength(before.length + 1);
});

test('renewing at the end of a contrat: its new term begins the day after', async () => {
  const { page, signIn } = screen;
  const { db } = kiosk;
  const id = await kiosk.borne.contrat({
    client_id: kiosk.borne.jean,
    police: 'POL012',
    montant: 30_000,
    paye: 360_000,
  });
  const end = plusJours(plusMois(effet, 12), -1);
  await signIn(JEAN);
  await hand.open('POL012');
  const offer = spaced(await page.getByRole('button', { name: /Renouveler/ }).innerText());
  expect(offer).toContain('30 000 FCFA');
  await hand.choose(/Renouveler/);
  await hand.asked();
  await kiosk.operators.settle();
  await hand.heading('Paiement reçu');
  const termes = await db.rows('select date_effet::text from termes where souscription_id = $1 order by rang', [id]);
  expect(termes).toEqual([{ date_effet: effet }, { date_effet: plusJours(end, 1) }]);
});

test('with a keyboard alone: from the tableau to the payment that is received', async () => {
  const { page, signIn } = screen;
  await signIn(JEAN);
  const keys = async (...all: string[]) => {
    for (const key of all) await page.keyboard.press(key);
  };
  const reach = async (name: RegExp) => {
    for (let n = 0; n < 40; n++) {
      await keys('Tab');
      const told = await page.evaluate(() => {
        const here = document.activeElement as HTMLElement | null;
        return here?.closest('label')?.innerText ?? here?.innerText ?? '';
      });
      if (name.test(told)) return;
    }
    throw new Error(`no ${name} within reach`);
  };
  for (const name of [/^Payer/, /POL002/, /La prochaine cotisation/, /Le vôtre/]) {
    await reach(name);
    await keys('Enter');
    await page.waitForTimeout(300);
  }
  await reach(/MTN/);
  await keys('ArrowDown', 'ArrowUp');
  await reach(/Continuer/);
  await keys('Enter');
  await hand.heading('Vérifiez, puis payez');
  await reach(/Demander le paiement/);
  await keys('Enter');
  await hand.waits();
  await kiosk.operators.settle();
  await hand.heading('Paiement reçu');
});
