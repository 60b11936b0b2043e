import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Caisse, openCaisse, telephones } from './caisse.fixture.ts';

let caisse: Caisse;
beforeAll(async () => {
  caisse = await openCaisse({ patience: 300 });
});
afterAll(() => caisse.close());

test.each([
  'accept-then-reset',
  'accept-then-500',
  'accept-then-503',
  'accept-then-timeout',
  'never-received-then-reset',
])('1. one attempt has one reference: after %s it is sent again, and the customer pays once', async (scenario) => {
  const souscription = await caisse.souscrire();
  caisse.sandbox.control.scenario({ msisdn: telephones.mtn_money, scenario: [scenario] });
  const { reference, numero } = await caisse.demander(souscription);
  await caisse.envoyer(reference);
  expect(await caisse.tentative(reference)).toMatchObject({ etat: 'inconnue', envois: 1 });
  await caisse.envoyer(reference);
  expect(await caisse.tentative(reference)).toMatchObject({ etat: 'envoyee', envois: 2 });
  await caisse.passer(5000);
  expect(caisse.debits(reference)).toHaveLength(1);
  expect(await caisse.tentative(reference)).toMatchObject({ etat: 'reussie' });
  expect(await caisse.souscription(souscription)).toEqual({ statut: 'activee', paye: 500 });
  expect(await caisse.etat(numero)).toMatchObject({ statut: 'reussi', etat: 'reussi', montant: 500 });
  await caisse.envoyer(reference);
  expect((await caisse.tentative(reference)).envois).toBe(2);
});

test('1. what never arrived is sent again by itself, under the same reference', async () => {
  const souscription = await caisse.souscrire();
  caisse.sandbox.control.scenario({ msisdn: telephones.mtn_money, scenario: ['never-received-then-timeout'] });
  const { reference } = await caisse.demander(souscription);
  await caisse.envoyer(reference);
  await caisse.passer(60_000);
  expect(await caisse.tentative(reference)).toMatchObject({ etat: 'reussie', envois: 2 });
  expect(caisse.debits(reference)).toHaveLength(1);
});

test('1. a refusal of a second sending says nothing of the first', async () => {
  const souscription = await caisse.souscrire();
  const { control } = caisse.sandbox;
  control.scenario({ msisdn: telephones.airtel_money, scenario: ['accept-then-reset'] });
  const { reference } = await caisse.demander(souscription, { operateur: 'airtel_money' });
  await caisse.envoyer(reference);
  control.scenario({ msisdn: telephones.airtel_money, scenario: [] });
  const till = caisse.caisses.tills.airtel_money;
  const refusing = { issue: 'refusee', motif: { code: 'acces_refuse', brut: '', reessayable: false } } as const;
  caisse.caisses.tills.airtel_money = till && { ...till, demander: async () => refusing };
  await caisse.envoyer(reference);
  caisse.caisses.tills.airtel_money = till;
  expect(await caisse.tentative(reference)).toMatchObject({ etat: 'inconnue', envois: 2 });
  await caisse.passer(5000);
  expect(await caisse.tentative(reference)).toMatchObject({ etat: 'reussie' });
});

test('an attempt that nobody sent is sent by whoever looks for what is due', async () => {
  const { reference } = await caisse.demander(await caisse.souscrire());
  await caisse.passer(70_000);
  expect(await caisse.tentative(reference)).toMatchObject({ etat: 'reussie', envois: 1 });
});
