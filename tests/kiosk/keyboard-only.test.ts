import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { JEAN } from '../../server/http/borne/borne.fixture.ts';
import { type Kiosk, openKiosk } from './kiosk.ts';
import type { Screen } from './screen.ts';

let kiosk: Kiosk;
let screen: Screen;

beforeAll(async () => {
  kiosk = await openKiosk();
});
afterAll(() => kiosk.close());
beforeEach(async () => {
  screen = await kiosk.show();
});
afterEach(() => screen.close());

const heading = (name: string) => screen.page.getByRole('heading', { name, level: 1 }).waitFor();

/** Goes on from field to field until the focus is on what begins like this, and presses it. */
async function press(name: string): Promise<void> {
  const { keyboard } = screen.page;
  for (let n = 0; n < 40; n++) {
    const focused = await screen.page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    if (focused.startsWith(name)) return keyboard.press('Enter');
    await keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach « ${name} »`);
}

async function type(text: string): Promise<void> {
  await screen.page.keyboard.type(text);
  await screen.page.keyboard.press('Enter');
}

async function enter(): Promise<void> {
  await press('Mon assurance');
  await heading('Votre numéro de police');
  await type(JEAN.police);
  await heading('Votre numéro de téléphone');
  await type('061234567');
  await heading('Bonjour Jean Baptiste');
}

test('a relevé is sent without touching the screen', async () => {
  await enter();
  await press('Relevé et attestation');
  await heading('Quel document voulez-vous ?');
  await press('Relevé de tous mes contrats');
  await heading('Comment le voulez-vous ?');
  await press('Recevoir par SMS');
  await heading('C’est envoyé');
  expect(await kiosk.db.rows('select document, par from envois')).toEqual([{ document: 'releve', par: 'sms' }]);
  await press('Terminer');
  await heading('Bonjour. Que voulez-vous faire ?');
  expect(screen.complaints).toEqual([]);
});

test('a bénéficiaire is named without touching the screen', async () => {
  await enter();
  await press('Vie');
  await heading('Vie');
  await press('Bénéficiaires');
  await heading('Qui reçoit l’argent ?');
  await press('Ajouter une personne');
  await heading('Qui est cette personne pour vous ?');
  await press('Mon enfant');
  await heading('Son prénom');
  await type('Grâce');
  await heading('Son nom de famille');
  await type('KONGO');
  await heading('Quand est née cette personne ?');
  await press('Je ne sais pas');
  await heading('Son numéro de téléphone');
  await press('Sans téléphone');
  await heading('Vérifiez, puis ajoutez');
  await press('Ajouter');
  const code = screen.page.getByLabel('Code', { exact: true });
  await code.waitFor();
  const sms = (await screen.page.getByText(/\b\d{6}\b/).textContent()) ?? '';
  await type(/\b\d{6}\b/.exec(sms)?.[0] ?? '');
  await heading('C’est fait');
  expect(await kiosk.db.rows('select prenom, relation from beneficiaires where supprime_le is null')).toEqual([
    { prenom: 'Grâce', relation: 'enfant' },
  ]);
  expect(screen.complaints).toEqual([]);
});
