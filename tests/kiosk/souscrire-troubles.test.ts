import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Kiosk, openKiosk } from './kiosk.ts';
import type { Screen } from './screen.ts';
import { sellKimia, sold } from './souscrire.fixture.ts';

let kiosk: Kiosk;
let screen: Screen;
beforeAll(async () => {
  kiosk = await openKiosk({ still: true });
  await sellKimia(kiosk);
});
afterAll(() => kiosk.close());
beforeEach(async () => {
  screen = await kiosk.show({ still: true });
});

const button = (name: string | RegExp) => screen.page.getByRole('button', { name }).click();
const heading = (name: string | RegExp) => screen.page.getByRole('heading', { level: 1, name }).waitFor();
const type = (label: string, text: string) => screen.page.getByLabel(label, { exact: true }).fill(text);

/** From the welcome to the last look. */
async function ready(telephone: string, payeur?: string) {
  const { page } = screen;
  await page.getByRole('link', { name: /Nos produits/ }).click();
  await page.getByRole('link', { name: /PASS KIMIA/ }).click();
  await page.getByRole('link', { name: 'Souscrire' }).click();
  await button(/^200 FCFA/);
  await button(/Chaque mois/);
  await type('Prénom', 'Sentinelle');
  await type('Nom', 'Inoubliable');
  await button('Continuer');
  await type('Téléphone', telephone);
  await button('Continuer');
  await pay(payeur);
}

/** From who pays to the last look. */
async function pay(payeur?: string) {
  await button(payeur ? /Un autre téléphone/ : /Le vôtre/);
  if (payeur) {
    await type('Téléphone qui paie', payeur);
    await button('Continuer');
  }
  await heading('Avec quel compte ?');
  const { page } = screen;
  if (!(await page.getByRole('radio', { checked: true }).count())) await page.getByText('MTN Mobile Money').click();
  await button('Continuer');
  await button('J’accepte');
  await heading('Vérifiez, puis payez');
}

const waits = () => heading(/La demande part|Regardez/);

test('a payment that was refused is asked for again, from another telephone, for the same souscription', async () => {
  const { page, complaints, close } = screen;
  await ready('06 700 00 11', '06 600 04 51');
  await button('Demander le paiement');
  await waits();
  await kiosk.operators.settle();
  await heading('Le paiement n’est pas fait');
  await button('Essayer encore');
  await heading('Vérifiez, puis payez');
  for (const then of ['Ce que vous acceptez', 'Avec quel compte ?', 'Quel téléphone va payer ?']) {
    await page.getByRole('button', { name: 'Retour' }).click();
    await heading(then);
  }
  await pay();
  await button('Demander le paiement');
  await waits();
  await kiosk.operators.settle();
  await heading('Bienvenue, vous êtes assuré');
  const made = await sold(kiosk, '+242067000011');
  expect(new Set(made.map(({ police }) => police)).size).toBe(1);
  expect(made[0]).toMatchObject({ statut: 'activee', montant: 200 });
  expect(complaints).toEqual([]);
  await close();
});

test('a wrong telephone is said beside its field in the server’s words, and what was typed is kept', async () => {
  const { page, close } = screen;
  await ready('12', '06 700 00 12');
  await button('Demander le paiement');
  await heading('Votre numéro de téléphone');
  const field = page.getByLabel('Téléphone', { exact: true });
  expect([await field.inputValue(), await field.getAttribute('aria-invalid')]).toEqual(['12', 'true']);
  expect(await page.getByRole('alert').innerText()).toMatch(/téléphone|numéro/i);
  await page.getByRole('button', { name: 'Retour' }).click();
  expect(await page.getByLabel('Nom', { exact: true }).inputValue()).toBe('Inoubliable');
  expect(await sold(kiosk, '+242067000012')).toEqual([]);
  await close();
});

test('without network nothing is asked for, now or later', async () => {
  const { page, context, close } = screen;
  const asked: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && asked.push(request.url()));
  await ready('06 700 00 13');
  await context.setOffline(true);
  await button('Demander le paiement');
  await page.getByText('Pas de réseau : le paiement n’est pas parti.').waitFor();
  await context.setOffline(false);
  await page.waitForTimeout(500);
  expect([asked, await sold(kiosk, '+242067000013')]).toEqual([[], []]);
  await button('Réessayer');
  await waits();
  await kiosk.operators.settle();
  await heading('Bienvenue, vous êtes assuré');
  await close();
});

test('an answer that is lost does not make a second souscription or payment', async () => {
  const { page, close } = screen;
  let lost = 0;
  await page.route('**/borne/souscriptions', async (route) => {
    if (lost++) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await ready('06 700 00 14');
  await button('Demander le paiement');
  await page.getByText('Nous n’avons pas eu de réponse.').waitFor();
  await button('Réessayer');
  await waits();
  expect(await sold(kiosk, '+242067000014')).toHaveLength(1);
  await kiosk.operators.settle();
  await heading('Bienvenue, vous êtes assuré');
  await close();
});

test('nothing that was typed is there any more after leaving in the middle', async () => {
  const { page, complaints, close } = screen;
  await ready('06 700 00 15');
  await page.getByRole('link', { name: 'Guichet' }).click();
  await heading(/Bonjour/);
  const left = await page.evaluate(async () => {
    const kept = [localStorage, sessionStorage].map((each) => JSON.stringify(each));
    const stores = (await indexedDB.databases()).map(({ name }) => name);
    return [document.documentElement.outerHTML, document.cookie, JSON.stringify(history.state), ...kept, ...stores];
  });
  expect(left.join('\n')).not.toMatch(/Sentinelle|Inoubliable|700 00 15/);
  await page.getByRole('link', { name: /Nos produits/ }).click();
  await page.getByRole('link', { name: /PASS KIMIA/ }).click();
  await page.getByRole('link', { name: 'Souscrire' }).click();
  await button(/^200 FCFA/);
  await button(/Chaque mois/);
  expect(await page.getByLabel('Nom', { exact: true }).inputValue()).toBe('');
  expect([await sold(kiosk, '+242067000015'), complaints]).toEqual([[], []]);
  await close();
});
