import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { JEAN } from '../../server/http/borne/borne.fixture.ts';
import { surprises, type Writing, writing } from './code.fixture.ts';
import { type Kiosk, openKiosk } from './kiosk.ts';
import type { Screen } from './screen.ts';

/** Who is paid: added, shared with, removed, each with the code that comes by SMS. */
let kiosk: Kiosk;
let screen: Screen;
let hand: Writing;
beforeAll(async () => {
  kiosk = await openKiosk();
});
afterAll(() => kiosk.close());
beforeEach(async () => {
  await kiosk.db.rows('delete from codes');
  await kiosk.db.rows('delete from beneficiaires');
  await open('k');
});
afterEach(async () => {
  expect(surprises(screen.complaints)).toEqual([]);
  await screen.close();
});

async function open(size: 'k' | 'p', police = 'POL001') {
  await screen?.close();
  screen = await kiosk.show({ size, still: true });
  hand = writing(screen.page);
  await screen.signIn(JEAN);
  await screen.page.locator(`a[href$="/contrats/${police}"]`).click();
  await screen.page.getByRole('link', { name: /Bénéficiaires/ }).click();
  await hand.heading('Qui reçoit l’argent ?');
}

const rows = () =>
  kiosk.db.rows<{ nom: string; prenom: string; part: number }>(
    'select nom, prenom, part::float from beneficiaires where supprime_le is null order by id',
  );

async function add(prenom: string, part?: string) {
  await screen.page.getByRole('link', { name: 'Ajouter une personne' }).click();
  await tell(prenom, part);
}

async function tell(prenom: string, part?: string) {
  await hand.button('Mon enfant');
  await hand.fill('Prénom', prenom);
  await hand.fill('Nom', 'KONGO');
  await hand.button('Je ne sais pas');
  await hand.button('Sans téléphone');
  if (part !== undefined) {
    await hand.button(/Choisir sa part/);
    await hand.fill('Sa part sur 100', part);
  } else if ((await rows()).length > 0) await hand.button(/La même part/);
}

async function confirm() {
  await hand.heading('Vérifiez, puis ajoutez');
  await hand.button('Ajouter');
  await hand.give(await hand.sms());
  await hand.heading('C’est fait');
}

test('the first has all, the second what was chosen for them; the review says it before', async () => {
  const { page } = screen;
  await add('Grâce');
  await confirm();
  await page.getByText('Grâce KONGO est ajouté à votre contrat.').waitFor();
  await hand.button('Ajouter une autre personne');
  await tell('Awa', '0');
  await page.getByText('Tapez un nombre de 1 à 99.').waitFor();
  await hand.fill('Sa part sur 100', '40');
  await hand.heading('Vérifiez, puis ajoutez');
  await page.getByText('avant : 100 %').waitFor();
  expect((await page.getByRole('meter', { name: 'Grâce KONGO' }).getAttribute('value')) ?? '').toBe('60');
  expect([await screen.axe(), await screen.overflows()]).toEqual([[], false]);
  await confirm();
  expect(await rows()).toMatchObject([
    { prenom: 'Grâce', part: 60 },
    { prenom: 'Awa', part: 40 },
  ]);
});

test('a birthday that cannot be and a telephone that is not whole are told where they are typed', async () => {
  const { page } = screen;
  await page.getByRole('link', { name: 'Ajouter une personne' }).click();
  await hand.button('Mon mari, ma femme');
  await hand.button('Continuer');
  await page.getByText('Tapez son prénom.').waitFor();
  await hand.fill('Prénom', 'Marie');
  await hand.fill('Nom', 'KONGO');
  const day = page.getByLabel('Date de naissance');
  for (const key of ['3', '1', '0', '2', '1', '9', '8', '0']) {
    await page.getByRole('button', { name: key, exact: true }).click();
  }
  expect(await day.inputValue()).toBe('31/02/1980');
  await hand.button('Continuer');
  await page.getByText('Tapez le jour, le mois et l’année, par exemple 21/03/1980.').waitFor();
  await day.fill('01012999');
  await hand.button('Continuer');
  await page.getByText('Ce jour n’est pas encore passé.').waitFor();
  await day.fill('21031980');
  await page.getByRole('heading', { name: '21 mars 1980' }).waitFor();
  await hand.button('Continuer');
  await hand.fill('Téléphone', '06');
  await page.getByText('Tapez un numéro de téléphone entier.').waitFor();
  await hand.fill('Téléphone', '06 123 45 68');
  await confirm();
  await page.getByRole('link', { name: 'Voir la liste' }).click();
  await page.getByText('06 ••• •• 68').waitFor();
});

test('a wrong code is told with the tries that are left; after the last another one must come', async () => {
  await kiosk.borne.parametre('borne.code_essais', 2);
  await open('k');
  await add('Grâce');
  await hand.button('Ajouter');
  const first = await hand.sms();
  await hand.give(hand.wrong(first));
  await screen.page.getByText('Encore 1 essai.').waitFor();
  await hand.give(hand.wrong(first));
  await screen.page.getByText('Ce code ne sert plus. Demandez-en un autre.').waitFor();
  expect([await screen.page.getByLabel('Code', { exact: true }).count(), await rows()]).toEqual([0, []]);
  await hand.button('Renvoyer le code');
  await hand.give(await hand.sms());
  await hand.heading('C’est fait');
  expect(await rows()).toHaveLength(1);
  await kiosk.db.rows(`delete from parametres where code = 'borne.code_essais'`);
});

test('where the institution wants no code, none is asked for', async () => {
  await kiosk.borne.parametre('borne.code', 'jamais');
  await add('Grâce');
  await hand.button('Ajouter');
  await hand.heading('C’est fait');
  await kiosk.db.rows(`delete from parametres where code = 'borne.code'`);
});

test('the sixth is the last: the seventh is refused with its reason, until one is removed', async () => {
  const id = kiosk.borne.souscriptions.POL001;
  await kiosk.db.rows(
    `insert into beneficiaires (souscription_id, nom, prenom, relation, part)
     select $1, 'KONGO', 'Enfant ' || n, 'enfant', 20 from generate_series(1, 5) n`,
    [id],
  );
  await open('p');
  const { page } = screen;
  await add('Grâce');
  await confirm();
  expect(await page.getByRole('button', { name: 'Ajouter une autre personne' }).count()).toBe(0);
  await page.getByRole('link', { name: 'Voir la liste' }).click();
  await page.getByText('6 personnes sur 6').waitFor();
  await page.getByText(/^C’est complet\s: 6 personnes au plus/).waitFor();
  expect(await page.getByRole('button', { name: 'Ajouter une personne' }).isDisabled()).toBe(true);
  await hand.button('Retirer Enfant 1');
  await hand.heading('Retirer cette personne ?');
  await hand.button('Non, garder');
  await hand.button('Retirer Enfant 1');
  await hand.button('Oui, retirer');
  await hand.give(await hand.sms());
  await hand.heading('C’est fait');
  const left = await rows();
  expect([left.length, Math.round(left.reduce((sum, { part }) => sum + part, 0) * 100)]).toEqual([5, 10_000]);
  await hand.button('Voir la liste');
  await page.getByText('5 personnes sur 6').waitFor();
});
