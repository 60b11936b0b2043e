import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Problem } from '../../../core/errors.ts';
import { say } from '../../../core/messages/messages.ts';
import { type Caisse, openCaisse } from './caisse.fixture.ts';

let caisse: Caisse;
beforeAll(async () => {
  caisse = await openCaisse({ patience: 200 });
});
afterAll(() => caisse.close());

const refusal = (work: Promise<unknown>) => work.then(() => undefined).catch((error: unknown) => error as Problem);

describe.each(['mtn_money', 'airtel_money'] as const)('2. ambiguous is never failed (%s)', (operateur) => {
  test.each(['timeout', 'reset', '500', '502', '503', '429', 'invalid-json'])('%s', async (what) => {
    const souscription = await caisse.souscrire();
    caisse.sandbox.control.scenario({ next: 1, scenario: [`accept-then-${what}`, 'pending-forever'] });
    const { reference, numero } = await caisse.demander(souscription, { operateur });
    await caisse.envoyer(reference);
    expect(await caisse.tentative(reference)).toMatchObject({ etat: 'inconnue', fini_le: null });
    expect(await caisse.etat(numero)).toEqual({
      numero,
      statut: 'initie',
      etat: 'verification',
      message: 'Vérification en cours : ne payez pas une deuxième fois.',
      peut_reessayer: false,
      montant: 500,
    });
    for (const other of ['mtn_money', 'airtel_money'] as const) {
      const said = await refusal(caisse.demander(souscription, { operateur: other }));
      expect(said).toBeInstanceOf(Problem);
      expect(said?.status).toBe(409);
      expect(said && say('fr', said.said)).toBe(
        'Un paiement est déjà en cours de vérification pour cette souscription.',
      );
    }
    expect(await caisse.db.rows('select from tentatives where souscription_id = $1', [souscription])).toHaveLength(1);
  });
});

test('2. an answer that says nothing leaves what was accepted to be checked, and the next one decides', async () => {
  const souscription = await caisse.souscrire();
  caisse.sandbox.control.scenario({ next: 1, scenario: ['get-500'] });
  const { reference, numero } = await caisse.demander(souscription);
  await caisse.envoyer(reference);
  expect(await caisse.etat(numero)).toMatchObject({ statut: 'en_cours', etat: 'en_attente', peut_reessayer: false });
  await caisse.passer(3000);
  expect(await caisse.tentative(reference)).toMatchObject({ etat: 'inconnue', echecs_operateur: 1 });
  expect(await caisse.etat(numero)).toMatchObject({ etat: 'verification' });
  await caisse.passer(5000);
  expect(await caisse.etat(numero)).toMatchObject({ etat: 'reussi' });
});

test('what the operator refuses for certain has failed, with a sentence and whether trying again can help', async () => {
  const souscription = await caisse.souscrire();
  const first = await caisse.demander(souscription, { telephone: '+242066000452' });
  await caisse.envoyer(first.reference);
  await caisse.passer(3000);
  expect(await caisse.etat(first.numero)).toMatchObject({
    statut: 'echoue',
    etat: 'echoue',
    message: 'Le délai pour valider le paiement sur le téléphone est passé.',
    peut_reessayer: true,
  });
  const second = await caisse.demander(souscription, { telephone: '+242066000457' });
  expect(second.reference).not.toBe(first.reference);
  await caisse.envoyer(second.reference);
  await caisse.passer(3000);
  expect(await caisse.etat(second.numero)).toMatchObject({ etat: 'echoue', peut_reessayer: false });
  expect(await caisse.souscription(souscription)).toEqual({ statut: 'en_attente', paye: 0 });
});

test('what Airtel first calls failed is believed only when it can no longer change its mind', async () => {
  const souscription = await caisse.souscrire();
  const { reference, numero } = await caisse.demander(souscription, {
    operateur: 'airtel_money',
    telephone: '+242055001007',
  });
  await caisse.envoyer(reference);
  await caisse.passer(60_000, 5000);
  expect(await caisse.etat(numero)).toMatchObject({ etat: 'verification', peut_reessayer: false });
  await caisse.passer(150_000, 5000);
  expect(await caisse.etat(numero)).toMatchObject({
    etat: 'echoue',
    message: 'Le solde de votre compte mobile ne suffit pas.',
  });
});

test('a till that is not configured is a clear refusal', async () => {
  const souscription = await caisse.souscrire();
  const { airtel_money } = caisse.caisses.tills;
  caisse.caisses.tills.airtel_money = undefined;
  const said = await refusal(caisse.demander(souscription, { operateur: 'airtel_money' }));
  caisse.caisses.tills.airtel_money = airtel_money;
  expect(said?.status).toBe(409);
  expect(said && say('fr', said.said)).toBe('Le paiement par Airtel n’est pas ouvert ici : choisissez un autre moyen.');
});
