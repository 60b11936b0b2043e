import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { JEAN } from '../../server/http/borne/borne.fixture.ts';
import { type Kiosk, openKiosk } from './kiosk.ts';
import { hands } from './payer.fixture.ts';
import type { Screen } from './screen.ts';

/** A payment that does not come about, or of which nobody knows yet. */
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

const attempts = () => kiosk.db.rows('select from tentatives');
/** What the browser wrote down of the network that was cut, or of a refusal, is what was wanted. */
const forgive = (what: RegExp) => {
  expect(screen.complaints.splice(0).filter((each) => !what.test(each))).toEqual([]);
};
async function ready(what = /La prochaine cotisation/, police = 'POL002', other?: string) {
  await screen.signIn(JEAN);
  await hand.open(police);
  await hand.choose(what, other);
}

test.each([
  ['06 600 04 51', 'Le paiement a été refusé sur le téléphone.'],
  ['06 600 04 70', 'Le solde de votre compte mobile ne suffit pas, ou son plafond est atteint.'],
  ['06 600 04 52', 'Le délai pour valider le paiement sur le téléphone est passé.'],
  ['05 500 10 02', 'Le code secret saisi sur le téléphone n’est pas le bon.'],
])('%s: %s The same choices are kept for another try', async (telephone, said) => {
  const { page } = screen;
  await ready(/Se mettre à jour/, 'POL001', telephone);
  await hand.asked();
  await kiosk.operators.settle();
  await hand.heading('Le paiement n’est pas fait');
  await page.getByText(said).waitFor();
  await hand.button('Essayer encore');
  await hand.heading('Vérifiez, puis payez');
  for (const each of [telephone, 'Se mettre à jour']) await page.getByText(each).waitFor();
});

test('unknown, then known: nobody pays twice, and the payment is received in the end', async () => {
  const { page } = screen;
  kiosk.operators.control.scenario({ next: 1, scenario: ['accept-then-reset'] });
  await ready();
  await hand.asked();
  await kiosk.operators.send();
  await hand.heading('Vérification en cours');
  await page.getByText('Ne payez pas une seconde fois.').waitFor();
  await kiosk.operators.settle();
  await hand.heading('Paiement reçu');
});

test('who does not wait any longer cancels nothing, and finds the wait again', async () => {
  const { page } = screen;
  await ready();
  await hand.asked();
  await hand.button(/Ne plus attendre/);
  await page.getByText('Rien n’est annulé.').waitFor();
  await page.getByRole('link', { name: 'Terminé' }).click();
  await page.getByRole('link', { name: /^Payer/ }).click();
  await page.getByRole('link', { name: /POL002/ }).click();
  await hand.waits();
  await kiosk.operators.settle();
  await hand.heading('Paiement reçu');
});

test('the network is lost during the wait: it is said, and the end is seen when it is back', async () => {
  const { page, context } = screen;
  await ready();
  await hand.asked();
  await context.setOffline(true);
  await page.getByText('Pas de réseau en ce moment').waitFor();
  await kiosk.operators.settle();
  await context.setOffline(false);
  await hand.heading('Paiement reçu');
  forgive(/ERR_INTERNET_DISCONNECTED/);
});

test('without network nothing leaves, then or later', async () => {
  const { page, context } = screen;
  await ready();
  const sent: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
  await context.setOffline(true);
  await hand.ask();
  await page.getByText('Pas de réseau : le paiement n’est pas parti.').waitFor();
  await context.setOffline(false);
  await page.waitForTimeout(1500);
  expect(sent).toEqual([]);
  const before = await attempts();
  await hand.button('Réessayer');
  await hand.waits();
  expect(await attempts()).toHaveLength(before.length + 1);
  forgive(/ERR_INTERNET_DISCONNECTED/);
});

test('an answer that is lost on its way: the same request is sent again, and is one payment', async () => {
  const { page } = screen;
  await ready();
  const before = await attempts();
  const keys: (string | undefined)[] = [];
  page.on('request', (request) => request.url().endsWith('/payer') && keys.push(request.headers()['idempotency-key']));
  await page.route(
    '**/payer',
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await hand.ask();
  await page.getByText('Nous n’avons pas eu de réponse.').waitFor();
  await hand.button('Réessayer');
  await hand.waits();
  expect(await attempts()).toHaveLength(before.length + 1);
  expect([keys.length, new Set(keys).size]).toEqual([2, 1]);
  forgive(/ERR_FAILED/);
});

test('while another payment is under way elsewhere, the server’s reason is shown', async () => {
  const { page } = screen;
  await ready();
  const jean = await kiosk.borne.as(JEAN);
  await jean('POST', '/contrats/POL002/payer', { operateur: 'mtn_money', montant: 1000 });
  await hand.ask();
  await page.getByText('Un paiement est déjà en cours de vérification').waitFor();
  await page.getByRole('link', { name: 'Voir mes paiements' }).click();
  await hand.heading('Mes paiements');
  forgive(/409/);
});

test('who waits for the telephone is not shown out while the institution lets them wait, and is afterwards', async () => {
  const { page } = screen;
  await page.clock.install();
  await ready();
  await hand.asked();
  await page.clock.runFor(300_000);
  expect(await page.getByRole('alertdialog').count()).toBe(0);
  await page.clock.runFor(125_000);
  await page.getByRole('alertdialog').waitFor();
  await page.clock.runFor(31_000);
  await page.getByRole('link', { name: /Mon assurance/ }).waitFor();
  const [open] = await kiosk.db.rows<{ statut: string }>('select statut from paiements order by id desc limit 1');
  expect(open?.statut).toBe('initie');
});
