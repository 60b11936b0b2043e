import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Send, type TestApi, testApi } from '../../../../tests/api.ts';

interface Row {
  id: number;
  paye: number;
  message: string;
  resultat: { paiement: string };
  errors: Record<string, string[]>;
  results: Row[];
  montant: number;
}

let api: TestApi;
let paul: Send;
let agent: number;
let produit: number;
let client: number;

beforeAll(async () => {
  api = await testApi();
  paul = await api.as(api.people.paul);
  const mireille = await api.as(api.people.mireille);
  const kimia = { code: 'K', nom: 'K', branche: 'ACC', montant_min: 100, montant_max: 600_000 };
  const terms = { periodicites: ['mensuelle'], duree: 365, duree_unite: 'jours' };
  produit = (await mireille<Row>('POST', '/produits', { ...kimia, ...terms })).body.id;
  client = (await paul<Row>('POST', '/clients', { nom: 'KONGO' })).body.id;
  agent = (await paul<Row>('POST', '/agents', { nom: 'CAISSE', telephone: '+242055550009' })).body.id;
});
afterAll(() => api.close());

async function sold(montant: number) {
  const body = { client_id: client, produit_id: produit, agent_id: agent, montant, periodicite: 'mensuelle' };
  const souscription = (await paul<Row>('POST', '/souscriptions', body)).body.id;
  return { souscription, paiement: await cash(souscription, montant) };
}

async function cash(souscription: number, montant: number): Promise<number> {
  await paul('POST', `/souscriptions/${souscription}/encaisser`, { montant, mode_paiement: 'especes' });
  return (await paul<Row>('GET', `/paiements?souscription_id=${souscription}`)).body.results[0]?.id as number;
}

const correct = (paiement: number, montant: number, motif = 'Montant mal saisi') =>
  paul<Row>('POST', `/paiements/${paiement}/corriger`, { montant, motif });
const paye = async (id: number) => (await paul<Row>('GET', `/souscriptions/${id}`)).body.paye;
const solde = async () =>
  (await api.db.rows<{ solde: number }>('select solde from agents where id = $1', [agent]))[0]?.solde ?? 0;

describe('a payment is put right', () => {
  test('by another row of the same mode and agent, and stays as it was itself', async () => {
    const { souscription, paiement } = await sold(5000);
    const before = await solde();
    const { status, body } = await correct(paiement, -1000);
    expect(status).toBe(200);
    expect(body.montant).toBe(5000);
    const [row] = await api.db.rows('select * from paiements where numero = $1', [body.resultat.paiement]);
    expect(row).toMatchObject({
      type: 'correction',
      montant: -1000,
      mode_paiement: 'especes',
      agent_id: agent,
      corrige_id: paiement,
      statut: 'reussi',
    });
    expect(await paye(souscription)).toBe(4000);
    expect(await solde()).toBe(before - 1000);
    const [line] = await api.db.rows(`select motif from journal where ressource = 'paiements' and action = 'corriger'`);
    expect(line).toEqual({ motif: 'Montant mal saisi' });
  });

  test('never by more than was paid, and never so that cover is left without payment', async () => {
    const { souscription, paiement } = await sold(5000);
    const second = await cash(souscription, 2000);
    expect((await correct(paiement, -5001)).body.errors).toHaveProperty('montant');
    expect((await correct(paiement, 0)).body.errors).toHaveProperty('montant');
    expect((await correct(second, -2000)).status).toBe(200);
    expect((await correct(second, -1)).body.errors).toHaveProperty('montant');
    expect((await correct(paiement, -5000)).body.message).toBe(
      'Sans paiement, pas de couverture (art. 13) : résiliez d’abord la souscription.',
    );
    await paul('POST', `/souscriptions/${souscription}/resilier`, { motif: 'Saisie par erreur' });
    expect((await correct(paiement, -5000)).status).toBe(200);
    expect(await paye(souscription)).toBe(0);
  });

  test('not past the ceiling of cash, not twice over, and not by somebody without the right', async () => {
    const { paiement } = await sold(600_000);
    expect((await correct(paiement, 400_001)).status).toBe(409);
    const { body } = await correct(paiement, 400_000);
    const [row] = await api.db.rows<{ id: number }>('select id from paiements where numero = $1', [
      body.resultat.paiement,
    ]);
    expect((await correct(row?.id as number, -1)).body.message).toBe(
      'Une correction ne se corrige pas : corrigez le paiement lui-même.',
    );
    const awa = await api.as(api.people.awa);
    expect((await awa('POST', `/paiements/${paiement}/corriger`, { montant: -1, motif: 'essai' })).status).toBe(403);
    expect((await paul<Row>('POST', `/paiements/${paiement}/corriger`, { montant: -1 })).body.errors).toHaveProperty(
      'motif',
    );
  });

  test('with many corrections at once to the franc', async () => {
    const { souscription, paiement } = await sold(5000);
    const told = await Promise.all(Array.from({ length: 8 }, () => correct(paiement, -1000)));
    expect(told.filter(({ status }) => status === 200)).toHaveLength(4);
    expect(await paye(souscription)).toBe(1000);
  });
});

test('a request for which money has come in is not put aside before the money is given back', async () => {
  const body = { client_id: client, produit_id: produit, montant: 1000, periodicite: 'mensuelle' };
  const { id } = (await paul<Row>('POST', '/souscriptions', body)).body;
  const [part] = await api.db.rows<{ id: number }>(
    `insert into paiements (numero, souscription_id, type, mode_paiement, montant, statut, paye_le)
     values ('PART', $1, 'souscription_initiale', 'mtn_money', 600, 'reussi', now()) returning id`,
    [id],
  );
  const end = (verb: string) => paul<Row>('POST', `/souscriptions/${id}/${verb}`, { motif: 'à sa demande' });
  for (const verb of ['annuler', 'rejeter']) {
    const { status, body } = await end(verb);
    expect([status, body.message]).toEqual([409, expect.stringMatching(/corrigez d’abord le paiement/)]);
  }
  expect((await correct(part?.id as number, -600)).status).toBe(200);
  expect((await end('annuler')).status).toBe(200);
});

test('what was missing of a first premium opens the cover as it comes in', async () => {
  const body = { client_id: client, produit_id: produit, montant: 1000, periodicite: 'mensuelle' };
  const souscription = (await paul<Row>('POST', '/souscriptions', body)).body.id;
  const [part] = await api.db.rows<{ id: number }>(
    `insert into paiements (numero, souscription_id, type, mode_paiement, montant, statut, paye_le)
     values ('PART-1', $1, 'souscription_initiale', 'virement', 600, 'reussi', now()) returning id`,
    [souscription],
  );
  expect((await correct(part?.id as number, 399)).status).toBe(200);
  const statut = async () => (await paul<{ statut: string }>('GET', `/souscriptions/${souscription}`)).body.statut;
  expect(await statut()).toBe('en_attente');
  expect((await correct(part?.id as number, 1)).status).toBe(200);
  expect(await statut()).toBe('activee');
});
