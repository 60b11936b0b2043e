import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { MARIE } from '../../server/http/borne/borne.fixture.ts';
import { type Writing, writing } from './code.fixture.ts';
import { type Kiosk, openKiosk } from './kiosk.ts';
import type { Screen } from './screen.ts';

/** A sinistre declared at a terminal, which has no camera. */
let kiosk: Kiosk;
let screen: Screen;
let hand: Writing;
beforeAll(async () => {
  kiosk = await openKiosk();
});
afterAll(() => kiosk.close());
beforeEach(async () => {
  await kiosk.db.rows('delete from codes');
  await kiosk.db.rows(`update sinistres set statut = 'rejete', motif_rejet = 'doublon', commentaire_rejet = 'x'`);
  screen = await kiosk.show({ still: true });
  hand = writing(screen.page);
  await screen.signIn(MARIE);
});
afterEach(async () => {
  expect(screen.complaints).toEqual([]);
  await screen.close();
});

const declared = async () =>
  (
    await kiosk.db.rows<{ numero: string }>(
      `select numero, demande, canal, description, declarant_nom, declarant_lien, date_survenance::text from sinistres
       where statut = 'declare'`,
    )
  )[0];

test('by touch alone: keys on the glass, somebody who declares for the client, a sum that is not known', async () => {
  const { page } = screen;
  const tap = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).tap();
  const keys = async (text: string) => {
    for (const key of text) await tap(key);
  };
  await page.getByRole('link', { name: 'Déclarer un sinistre' }).tap();
  await tap(/Hier/);
  await tap('Continuer');
  await page.getByText('Touchez au moins une case.').waitFor();
  await page.getByRole('checkbox', { name: /Décès/ }).tap();
  await tap('Continuer');
  await hand.heading('Quelle somme demandez-vous ?');
  await tap('Je ne sais pas');
  await hand.heading('Racontez en quelques mots');
  await keys('Feu');
  await tap('Continuer');
  await tap(/Quelqu’un pour moi/);
  await tap('Mari ou femme');
  await hand.heading('Son nom');
  await keys('Awa');
  await tap('Continuer');
  await hand.heading('Photos des papiers');
  expect(await page.locator('input[type=file]').count()).toBe(0);
  await page.getByText(/\/espace sur votre téléphone\.$/).waitFor();
  await tap('Continuer');
  await page.getByText('tout ce que le contrat prévoit').waitFor();
  await tap('Déclarer');
  await keys(await hand.sms());
  await tap('Valider');
  await hand.heading('C’est déclaré');
  const sinistre = await declared();
  expect(sinistre).toMatchObject({ demande: 1_000_000, canal: 'borne', description: 'Feu' });
  expect(sinistre).toMatchObject({ declarant_nom: 'Awa', declarant_lien: 'conjoint' });
  await page.getByText(`Dans « Mes sinistres », choisissez ${sinistre?.numero}.`).waitFor();
  expect([await screen.axe(), await screen.overflows(), await screen.smallTargets()]).toEqual([[], false, []]);
});

test('by keyboard alone, from the tableau to the number', async () => {
  const { page } = screen;
  /** Tab until the focus is on what bears this name, then a key. */
  async function press(name: string, key = 'Enter') {
    for (let n = 0; n < 40; n++) {
      const focused = await page.evaluate(() => {
        const here = document.activeElement as HTMLElement | null;
        return here?.closest('label')?.innerText ?? here?.innerText ?? '';
      });
      if (focused.startsWith(name)) return page.keyboard.press(key);
      await page.keyboard.press('Tab');
    }
    throw new Error(`the focus does not reach ${name}`);
  }
  await press('Déclarer un sinistre');
  await hand.heading('Quand est-ce arrivé ?');
  await press('Aujourd’hui');
  await hand.heading('Qu’est-il arrivé ?');
  await press('Décès', 'Space');
  await press('Continuer');
  await hand.heading('Quelle somme demandez-vous ?');
  await page.keyboard.type('75000');
  await page.keyboard.press('Enter');
  await hand.heading('Racontez en quelques mots');
  await press('Passer');
  await hand.heading('Qui déclare ?');
  await press('Moi', 'Space');
  await hand.heading('Photos des papiers');
  await press('Continuer');
  await hand.heading('Vérifiez, puis déclarez');
  await press('Déclarer');
  await page.keyboard.type(await hand.sms());
  await page.keyboard.press('Enter');
  await hand.heading('C’est déclaré');
  expect(await declared()).toMatchObject({ demande: 75_000, declarant_lien: 'assure' });
});

test('what is declared already is told with its number, and what speaks against it in plain words', async () => {
  const { page } = screen;
  const day = async () => {
    await page.getByRole('link', { name: 'Déclarer un sinistre' }).click();
    await hand.button(/Aujourd’hui/);
    await page.getByRole('checkbox', { name: /Décès/ }).check();
    await hand.button('Continuer');
    await hand.fill('Somme en francs', '2000000');
    await hand.button('Passer');
    await hand.button('Moi');
    await hand.button('Continuer');
    await hand.button('Déclarer');
    await hand.give(await hand.sms());
  };
  await kiosk.db.rows(
    `update souscriptions set termes = jsonb_set(termes, '{garanties,0,carence_jours}', '3650') where id = $1`,
    [kiosk.borne.souscriptions.POL003],
  );
  await page.reload();
  await screen.signIn(MARIE);
  await page.getByRole('link', { name: 'Déclarer un sinistre' }).click();
  await page.getByRole('link', { name: 'Guichet', exact: true }).click();
  await day();
  await hand.heading('C’est déclaré');
  await page.getByText('Le temps d’attente au début du contrat n’était peut-être pas passé.').waitFor();
  const first = await declared();
  await page.getByRole('link', { name: 'Terminé' }).click();
  await day();
  await page.getByText(`Ce sinistre est déjà déclaré sous le numéro ${first?.numero}.`).waitFor();
  const others = screen.complaints.filter((each) => !/status of 409/.test(each));
  screen.complaints.splice(0, screen.complaints.length, ...others);
});
