import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Send, type TestApi, testApi } from '../../../../tests/api.ts';
import { aujourdhui, plusMois } from '../../../core/jours.ts';
import { makeClient } from '../../clients/factory.ts';
import { makeProduit } from '../factory.ts';

interface Row {
  id: number;
  statut: string;
  errors: Record<string, string[]>;
}

let api: TestApi;
let paul: Send;
let client_id: number;
let produit_id: number;
beforeAll(async () => {
  api = await testApi();
  paul = await api.as(api.people.paul);
  client_id = await makeClient(api.db.database, { nom: 'KONGO', succursale_id: api.people.douala });
  produit_id = await makeProduit(api.db.database, { code: 'SIX-MOIS', branche: 'ACC', duree: 6 });
});
afterAll(() => api.close());

const ask = (more: object = {}) =>
  paul<Row>('POST', '/souscriptions', { client_id, produit_id, montant: 500, periodicite: 'mensuelle', ...more });
const pay = (id: number, more: object = {}) =>
  paul<Row>('POST', `/souscriptions/${id}/encaisser`, { montant: 500, mode_paiement: 'especes', ...more });

test('what was sold for six months is not turned into yearly payments because the product now lasts a year', async () => {
  const { id } = (await ask()).body;
  const mireille = await api.as(api.people.mireille);
  const longer = { duree: 12, periodicites: ['mensuelle', 'trimestrielle', 'annuelle'] };
  expect((await mireille('PATCH', `/produits/${produit_id}`, longer)).status).toBe(200);
  const { status, body } = await paul<Row>('PATCH', `/souscriptions/${id}`, { periodicite: 'annuelle' });
  expect(status).toBe(400);
  expect(body.errors.periodicite).toEqual(['La durée ne se divise pas en périodes entières : annuelle.']);
  expect((await paul('PATCH', `/souscriptions/${id}`, { periodicite: 'trimestrielle' })).status).toBe(200);
  expect((await pay(id)).body.statut).toBe('activee');
});

test('cover begins within a year: a mistyped year does not sell cover for another century', async () => {
  const last = plusMois(aujourdhui(), 12);
  const said = [`La couverture commence au plus tard le ${last.split('-').reverse().join('/')}.`];
  for (const date_effet of ['2206-01-01', '9999-12-31']) {
    expect((await ask({ date_effet })).body.errors).toEqual({ date_effet: said });
    const { id } = (await ask()).body;
    expect((await pay(id, { date_effet })).body.errors).toEqual({ date_effet: said });
  }
  expect((await pay((await ask({ date_effet: last })).body.id)).status).toBe(200);
});
