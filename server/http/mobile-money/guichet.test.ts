import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Send, type TestApi, testApi } from '../../../tests/api.ts';
import { openSandbox } from '../../features/assurance/mobile-money/caisse.fixture.ts';
import { surveille } from '../../features/assurance/mobile-money/exemple.fixture.ts';

interface Row {
  id: number;
  statut: string;
  message: string;
  resultat: { paiement: string };
  errors: Record<string, string[]>;
  results: Record<string, unknown>[];
  actions: string[];
}

let api: TestApi;
let sandbox: Awaited<ReturnType<typeof openSandbox>>;
const by: Record<string, Send> = {};
let client: number;
let produit: number;

beforeAll(async () => {
  sandbox = await openSandbox();
  api = await testApi({ caisses: sandbox.caisses });
  for (const name of ['mireille', 'paul', 'awa', 'chantal', 'esther'] as const)
    by[name] = await api.as(api.people[name]);
  produit = (
    await as('mireille')<Row>('POST', '/produits', {
      code: 'KIMIA',
      nom: 'PASS KIMIA',
      branche: 'ACC',
      montant_min: 100,
      montant_max: 600_000,
      periodicites: ['mensuelle'],
      duree: 365,
      duree_unite: 'jours',
    })
  ).body.id;
  client = (await as('paul')<Row>('POST', '/clients', { nom: 'KONGO', telephone: '06 123 45 67' })).body.id;
});
afterAll(async () => {
  await sandbox.stop();
  await api.close();
});

const as = (name: string): Send => by[name] as Send;

async function asked() {
  const body = { client_id: client, produit_id: produit, montant: 500, periodicite: 'mensuelle' };
  return (await as('paul')<Row>('POST', '/souscriptions', body)).body.id;
}
const ask = (id: number, body: object, name = 'paul') =>
  as(name)<Row>('POST', `/souscriptions/${id}/demander-paiement`, { montant: 500, operateur: 'mtn_money', ...body });

describe('asking a client to pay', () => {
  test('stores the attempt, queues its sending, and is done on the client’s own telephone', async () => {
    const id = await asked();
    const { status, body } = await ask(id, {});
    expect(status).toBe(200);
    expect(body.statut).toBe('en_attente');
    const { results } = (await as('paul')<Row>('GET', `/tentatives?souscription_id=${id}`)).body;
    expect(results).toMatchObject([
      { externe: body.resultat.paiement, telephone: '+242061234567', etat: 'creee', envois: 0, devise: 'EUR' },
    ]);
    expect(results[0]).not.toHaveProperty('jeton_rappel');
    const queued = `select from graphile_worker._private_jobs where payload ->> 'tentative_id' = $1`;
    expect(await api.db.rows(queued, [String(results[0]?.id)])).toHaveLength(1);
    const lines = `select action, auteur from journal where objet = $1`;
    expect(await api.db.rows(lines, [body.resultat.paiement])).toEqual([
      { action: 'demander-paiement', auteur: 'Paul EKAMBI' },
    ]);
  });

  test('a second time is refused with its reason while the first is open', async () => {
    const id = await asked();
    expect((await ask(id, {})).status).toBe(200);
    const { status, body } = await ask(id, { operateur: 'airtel_money', telephone: '05 512 34 56' }, 'awa');
    expect(status).toBe(409);
    expect(body.message).toBe('Un paiement est déjà en cours de vérification pour cette souscription.');
  });

  test.each([
    [{ montant: 499 }, 'montant'],
    [{ montant: 0 }, 'montant'],
    [{ operateur: 'orange' }, 'operateur'],
    [{ telephone: 'abc' }, 'telephone'],
    [{ date_effet: '2020-01-01' }, 'date_effet'],
  ])('with %j is refused by the name of the field, and leaves nothing', async (body, field) => {
    const id = await asked();
    const answer = await ask(id, body);
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.errors)).toEqual([field]);
    expect(await api.db.rows('select from paiements where souscription_id = $1', [id])).toEqual([]);
  });

  test('of another succursale does not exist, and an auditor may not', async () => {
    const id = await asked();
    expect((await ask(id, {}, 'chantal')).status).toBe(404);
    expect((await ask(id, {}, 'esther')).status).toBe(403);
  });
});

describe('what people see of mobile money', () => {
  test('is their succursale’s, and statements are the head office’s', async () => {
    const id = await asked();
    const watched = await surveille(api.db.rows, id, 'VU-1');
    for (const name of ['paiements', 'tentatives', 'ecarts'] as const) {
      const path = `/${name}/${watched[name]}`;
      expect([name, (await as('paul')('GET', path)).status]).toEqual([name, 200]);
      expect([name, (await as('chantal')('GET', path)).status]).toEqual([name, 404]);
      expect([name, (await as('mireille')('PATCH', path, { montant: 1 })).status]).toEqual([name, 403]);
    }
    expect((await as('paul')('GET', '/releves')).status).toBe(403);
    expect((await as('esther')('GET', `/releves/${watched.releves}`)).status).toBe(200);
  });

  test('a discrepancy is settled once, with a reason, by who may', async () => {
    const id = await asked();
    const { ecarts } = await surveille(api.db.rows, id, 'VU-2');
    const settle = (name: string, body = { motif: 'Vu avec MTN' }) =>
      as(name)<Row>('POST', `/ecarts/${ecarts}/resoudre`, body);
    expect((await as('paul')<Row>('GET', `/ecarts/${ecarts}`)).body.actions).toEqual([
      'relancer-verification',
      'resoudre',
    ]);
    expect((await settle('awa')).status).toBe(403);
    expect((await settle('paul', { motif: '' })).status).toBe(400);
    expect((await as('paul')('POST', `/ecarts/${ecarts}/relancer-verification`)).status).toBe(200);
    expect((await settle('paul')).body).toMatchObject({ statut: 'resolu', resolution: 'Vu avec MTN' });
    expect((await settle('paul')).body.message).toBe('Cet écart est déjà résolu.');
    const credit = await as('mireille')<Row>('POST', `/ecarts/${ecarts}/crediter`, { motif: 'Vu avec MTN' });
    expect(credit.status).toBe(409);
  });

  test('an attempt is given up only after a day, and frees the souscription for another', async () => {
    const id = await asked();
    await ask(id, {});
    const [{ id: tentative } = { id: 0 }] = await api.db.rows<{ id: number }>(
      'select id from tentatives where souscription_id = $1',
      [id],
    );
    const giveUp = () => as('paul')<Row>('POST', `/tentatives/${tentative}/abandonner`, { motif: 'Rien chez MTN' });
    expect((await giveUp()).status).toBe(409);
    await api.db.rows('update tentatives set a_revoir = true, a_revoir_le = now() where id = $1', [tentative]);
    expect((await giveUp()).body).toMatchObject({ etat: 'echouee' });
    expect((await giveUp()).body.message).toBe('Cette tentative est terminée.');
    expect((await ask(id, {})).status).toBe(200);
  });
});
