import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApi, testApi } from '../../../../tests/api.ts';
import { makeClient } from '../../clients/factory.ts';
import { makeProduit } from '../factory.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

test('a payment that is sent again under its key is taken once, and its number is told again', async () => {
  const paul = await api.as(api.people.paul);
  const client_id = await makeClient(api.db.database, { nom: 'KONGO', succursale_id: api.people.douala });
  const produit_id = await makeProduit(api.db.database, { code: 'P', branche: 'ACC' });
  const sold = { client_id, produit_id, montant: 1000, periodicite: 'mensuelle' };
  const { id } = (await paul<{ id: number }>('POST', '/souscriptions', sold)).body;
  const send = () =>
    paul<{ paye: number; resultat: { paiement: string } }>(
      'POST',
      `/souscriptions/${id}/encaisser`,
      { montant: 1000, mode_paiement: 'especes' },
      { 'idempotency-key': 'un-paiement' },
    );
  const [first, second] = [await send(), await send()];
  expect(first.body.resultat.paiement).toMatch(/^PAI-/);
  expect(second.text).toBe(first.text);
  expect(second.body.paye).toBe(1000);
});
