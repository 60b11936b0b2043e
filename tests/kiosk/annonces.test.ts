import { afterAll, beforeAll, expect, test } from 'vitest';
import { aujourdhui, plusJours } from '../../server/core/jours.ts';
import { makeAnnonce } from '../../server/features/annonces/factory.ts';
import { JEAN } from '../../server/http/borne/borne.fixture.ts';
import { type Kiosk, openKiosk } from './kiosk.ts';

let kiosk: Kiosk;
beforeAll(async () => {
  kiosk = await openKiosk({ still: true });
});
afterAll(() => kiosk.close());

const tell = (titre: string, more: object = {}) =>
  makeAnnonce(kiosk.borne.api.guichet.database, {
    titre,
    contenu: 'Première ligne.\nSeconde ligne.',
    debut: plusJours(aujourdhui(), -2),
    publiee_le: `${plusJours(aujourdhui(), -2)}T09:00:00Z`,
    ...more,
  });

test('a terminal tells everybody what is for everybody, and a client what is for them as well', async () => {
  const empty = await kiosk.show({ still: true });
  await empty.page.getByRole('link', { name: /^Annonces/ }).click();
  await empty.page.getByText('Il n’y a rien de nouveau aujourd’hui.').waitFor();
  await empty.close();

  await tell('Le guichet ferme samedi');
  await tell('Inondations', { importance: 'urgent' });
  await tell('Pour Jean et les siens', { succursale_id: kiosk.borne.api.people.siege });

  const { page, signIn, complaints, close } = await kiosk.show({ still: true });
  const titles = () => page.getByRole('listitem').getByRole('heading').allInnerTexts();
  await page.getByRole('link', { name: /Urgent.*Inondations/ }).click();
  await page.getByText('Le guichet ferme samedi').waitFor();
  expect(await titles()).toEqual(['Inondations', 'Le guichet ferme samedi']);
  await page.getByRole('button', { name: 'Retour' }).click();
  await signIn(JEAN);
  await page.getByRole('link', { name: /^Annonces/ }).click();
  await page.getByText('Pour Jean et les siens').waitFor();
  expect(await titles()).toHaveLength(3);
  await page.getByRole('button', { name: 'Terminer' }).click();
  await page.getByRole('link', { name: /^Annonces/ }).click();
  await page.getByText('Inondations').waitFor();
  expect([await page.getByText('Pour Jean').count(), complaints]).toEqual([0, []]);
  await close();
});
