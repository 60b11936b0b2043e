import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApi, testApi } from '../../../../tests/api.ts';
import { makeClient } from '../../clients/factory.ts';
import { insert } from '../../organisation/factory.ts';
import { makeProduit } from '../factory.ts';

let api: TestApi;
let body: Record<string, unknown>;
beforeAll(async () => {
  api = await testApi();
  const client_id = await makeClient(api.db.database, { nom: 'KONGO', succursale_id: api.people.douala });
  const produit_id = await makeProduit(api.db.database, { code: 'P', branche: 'ACC', taux_commission: 10 });
  body = { client_id, produit_id, montant: 1000, periodicite: 'mensuelle' };
});
afterAll(() => api.close());

let made = 0;
const agent = (utilisateur_id?: number) => {
  made += 1;
  const own = {
    matricule: `A${made}`,
    nom: 'A',
    telephone: `+24205555000${made}`,
    utilisateur_id: utilisateur_id ?? null,
  };
  return insert(api.db.database, 'agents', { ...own, succursale_id: api.people.douala });
};
const soldes = async (...ids: number[]) =>
  Promise.all(
    ids.map(
      async (id) => (await api.db.rows<{ solde: number }>('select solde from agents where id = $1', [id]))[0]?.solde,
    ),
  );

test('cash that an agent takes is in that agent’s hands, whoever sold; the commission is the seller’s', async () => {
  const [seller, collector] = [await agent(), await agent(api.people.awa.id)];
  const awa = await api.as(api.people.awa);
  const nobodys = (await awa<{ id: number }>('POST', '/souscriptions', body)).body.id;
  const theirs = (await awa<{ id: number }>('POST', '/souscriptions', { ...body, agent_id: seller })).body.id;
  for (const id of [nobodys, theirs])
    await awa('POST', `/souscriptions/${id}/encaisser`, { montant: 1000, mode_paiement: 'especes' });
  expect(await soldes(seller, collector)).toEqual([0, 2000]);
  const earned = await api.db.rows(
    'select c.agent_id, c.montant, c.statut from commissions c join paiements p on p.id = c.paiement_id where p.souscription_id = $1',
    [theirs],
  );
  expect(earned).toEqual([{ agent_id: seller, montant: 100, statut: 'en_attente' }]);

  const paul = await api.as(api.people.paul);
  await paul('POST', `/souscriptions/${theirs}/encaisser`, { montant: 1000, mode_paiement: 'especes' });
  await awa('POST', `/souscriptions/${theirs}/encaisser`, { montant: 1000, mode_paiement: 'virement' });
  expect(await soldes(seller, collector)).toEqual([1000, 2000]);
});
