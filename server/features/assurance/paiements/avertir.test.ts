import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Send, type TestApi, testApi } from '../../../../tests/api.ts';
import { aujourdhui, plusJours, plusMois } from '../../../core/jours.ts';
import { makeClient } from '../../clients/factory.ts';
import { makeProduit } from '../factory.ts';

let api: TestApi;
let paul: Send;
let produit_id: number;
beforeAll(async () => {
  api = await testApi();
  paul = await api.as(api.people.paul);
  produit_id = await makeProduit(api.db.database, { code: 'RECU', branche: 'VIE' });
});
afterAll(() => api.close());

const sent = () =>
  api.db.rows<{ modele: string; telephone: string; donnees: Record<string, string> }>(
    'select modele, telephone, donnees from sms order by id',
  );
const queued = async () =>
  (await api.db.rows(`select from graphile_worker.jobs where task_identifier = 'envoyer-sms'`)).length;

async function paid(telephone?: string): Promise<{ id: number; police: string }> {
  const own = { nom: 'KONGO', succursale_id: api.people.douala, telephone };
  const client_id = await makeClient(api.db.database, own);
  const asked = { client_id, produit_id, montant: 5000, periodicite: 'mensuelle' };
  const { body } = await paul<{ id: number; police: string }>('POST', '/contrats', asked);
  await paul('POST', `/contrats/${body.id}/encaisser`, { montant: 5000, mode_paiement: 'especes' });
  return body;
}

const enJour = (jour: string) => jour.split('-').reverse().join('/');

test('the client hears of the police and of each payment, once the payment stands', async () => {
  const { id, police } = await paid('+242061234567');
  const today = aujourdhui();
  const couvert = (months: number) => enJour(plusJours(plusMois(today, months), -1));
  expect(await sent()).toMatchObject([
    { modele: 'police_attribuee', telephone: '+242061234567', donnees: { police, effet: enJour(today) } },
    { modele: 'paiement_recu', telephone: '+242061234567', donnees: { police, couvert: couvert(1) } },
  ]);
  await paul('POST', `/contrats/${id}/encaisser`, { montant: 5000, mode_paiement: 'especes' });
  expect((await sent()).at(-1)).toMatchObject({ modele: 'paiement_recu', donnees: { couvert: couvert(2) } });
  expect(await queued()).toBe(3);
});

test('nothing is sent for a payment that is refused, without a telephone, or where nobody wants receipts', async () => {
  const before = (await sent()).length;
  const { id } = await paid();
  expect(
    (await paul('POST', `/contrats/${id}/encaisser`, { montant: 2_000_000, mode_paiement: 'especes' })).status,
  ).toBe(409);
  await api.db.rows(`update parametres set valeur = 'non' where code = 'sms.recus'`);
  await paid('+242061234568');
  expect(await sent()).toHaveLength(before);
});
