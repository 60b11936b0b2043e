import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Send, type TestApi, testApi } from '../../../../tests/api.ts';
import { aujourdhui, plusJours, plusMois } from '../../../core/jours.ts';

let api: TestApi;
let paul: Send;
let mireille: Send;
let client: number;
let produit: number;

interface Row {
  id: number;
  numero: string;
  statut: string;
  resultat?: { paiement: string };
  errors: Record<string, string[]>;
  message: string;
  actions: string[];
  termes: { garanties: { code: string }[]; taux_commission: number };
}

const kimia = {
  code: 'PASS-ESSAI',
  nom: 'PASS ESSAI',
  branche: 'ACC',
  garanties: [
    { code: 'deces_accident', libelle: 'Décès par accident', plafond: 500_000 },
    { code: 'frais_funeraires', libelle: 'Frais funéraires', plafond: 150_000, carence_jours: 30 },
  ],
  montant_min: 100,
  montant_max: 600_000,
  periodicites: ['mensuelle', 'unique'],
  duree: 365,
  duree_unite: 'jours',
  taux_commission: 10,
};

beforeAll(async () => {
  api = await testApi();
  paul = await api.as(api.people.paul);
  mireille = await api.as(api.people.mireille);
  produit = (await mireille<Row>('POST', '/produits', kimia)).body.id;
  client = (await paul<Row>('POST', '/clients', { nom: 'KONGO', telephone: '06 123 45 67' })).body.id;
});
afterAll(() => api.close());

const ask = (body: object = {}) =>
  paul<Row>('POST', '/souscriptions', {
    client_id: client,
    produit_id: produit,
    montant: 500,
    periodicite: 'mensuelle',
    ...body,
  });
const act = (id: number, verb: string, body: object = {}, send = paul) =>
  send<Row>('POST', `/souscriptions/${id}/${verb}`, body);
const cash = (id: number, montant: number) => act(id, 'encaisser', { montant, mode_paiement: 'especes' });

describe('a product', () => {
  test.each([
    [{ montant_max: 50 }, 'montant_max'],
    [{ montant_min: 0 }, 'montant_min'],
    [{ montant_min: 10.5 }, 'montant_min'],
    [{ periodicites: [] }, 'periodicites'],
    [{ periodicites: ['quotidienne'] }, 'periodicites.0'],
    [{ duree: 7, periodicites: ['mensuelle'] }, 'periodicites'],
    [{ garanties: [{ code: 'x', libelle: 'X', plafond: -1 }] }, 'garanties.0.code'],
    [{ garanties: [...kimia.garanties, ...kimia.garanties] }, 'garanties.2.code'],
    [{ garanties: [{ code: 'xx', libelle: 'X', plafond: 500, franchise: 500 }] }, 'garanties.0.franchise'],
    [{ modele_police: 'CG-SANS-NUMERO' }, 'modele_police'],
    [{ modele_police: '{SEQ:3}-{LUNE}' }, 'modele_police'],
  ])('with %j is refused by the name of the field', async (change, field) => {
    const { status, body } = await mireille<Row>('POST', '/produits', { ...kimia, code: 'AUTRE', ...change });
    expect(status).toBe(400);
    expect(Object.keys(body.errors)).toContain(field);
  });

  test('that changes leaves what was sold as it was', async () => {
    const { body: sold } = await ask();
    await mireille('PATCH', `/produits/${produit}`, { taux_commission: 25, garanties: [] });
    const { body } = await paul<Row>('GET', `/souscriptions/${sold.id}`);
    expect(body.termes.taux_commission).toBe(10);
    expect(body.termes.garanties.map(({ code }) => code)).toEqual(['deces_accident', 'frais_funeraires']);
    await mireille('PATCH', `/produits/${produit}`, { taux_commission: 10, garanties: kimia.garanties });
  });
});

describe('a request', () => {
  test.each([
    [{ montant: 99 }, 'montant'],
    [{ montant: 600_001 }, 'montant'],
    [{ montant: 500.5 }, 'montant'],
    [{ periodicite: 'annuelle' }, 'periodicite'],
    [{ canal: 'pigeon' }, 'canal'],
    [{ statut: 'activee' }, 'statut'],
    [{ paye: 500 }, 'paye'],
    [{ client_id: 999_999 }, 'client_id'],
  ])('with %j is refused by the name of the field', async (change, field) => {
    const { status, body } = await ask(change);
    expect(status).toBe(400);
    expect(Object.keys(body.errors)).toContain(field);
  });

  test('for a client of another succursale is not possible, and belongs to the client’s when head office makes it', async () => {
    const theirs = (await mireille<Row>('POST', '/clients', { nom: 'A YAOUNDE', succursale_id: api.people.yaounde }))
      .body.id;
    expect((await ask({ client_id: theirs })).body.errors).toHaveProperty('client_id');
    const { body } = await mireille<Row>('POST', '/souscriptions', {
      client_id: theirs,
      produit_id: produit,
      montant: 500,
      periodicite: 'unique',
    });
    expect(body).toMatchObject({ succursale_id: api.people.yaounde });
    expect((await paul('GET', `/souscriptions/${body.id}`)).status).toBe(404);
  });

  test('through an automatic channel has no agent', async () => {
    const agent = (await paul<Row>('POST', '/agents', { nom: 'A', telephone: '+242055550001' })).body.id;
    expect((await ask({ canal: 'ussd', agent_id: agent })).body.errors).toHaveProperty('agent_id');
    expect((await ask({ canal: 'agence', agent_id: agent })).status).toBe(201);
  });
});

describe('cover', () => {
  test('begins with the first payment of a whole period, and by no other verb', async () => {
    const { body: asked } = await ask();
    const { actions } = (await paul<Row>('GET', `/souscriptions/${asked.id}`)).body;
    expect(actions).toEqual(expect.arrayContaining(['modifier', 'encaisser', 'annuler', 'rejeter']));
    for (const verb of ['reactiver', 'renouveler', 'suspendre']) expect(actions).not.toContain(verb);
    expect((await act(asked.id, 'reactiver', { motif: 'sans payer' })).status).toBe(409);
    expect((await mireille('PATCH', `/souscriptions/${asked.id}`, { statut: 'activee' })).status).toBe(400);
    expect((await cash(asked.id, 499)).body.errors).toHaveProperty('montant');

    const { status, body } = await cash(asked.id, 1000);
    const today = aujourdhui();
    expect(status).toBe(200);
    expect(body).toMatchObject({ statut: 'activee', paye: 1000, couvert_jusqu_au: plusJours(plusMois(today, 2), -1) });
    expect(body.resultat?.paiement).toMatch(/^PAI-\d{4}-\d{6}$/);
    const [contrat] = await api.db.rows<{ police: string; date_expiration: string }>(
      'select * from contrats where souscription_id = $1',
      [asked.id],
    );
    expect(contrat).toMatchObject({
      solde: 1000,
      du: 500,
      statut: 'activee',
      date_effet: today,
      date_expiration: plusJours(today, 364),
    });
    expect(contrat?.police).toMatch(/^CG-\d{4}-ACC-\d{3}$/);
  });

  test('is not opened by a payment that fails half-way', async () => {
    const { body: asked } = await ask();
    expect(
      (await act(asked.id, 'encaisser', { montant: 500, mode_paiement: 'especes', date_effet: '2020-01-01' })).status,
    ).toBe(400);
    expect(await api.db.rows('select from paiements where souscription_id = $1', [asked.id])).toEqual([]);
    expect((await paul<Row>('GET', `/souscriptions/${asked.id}`)).body.statut).toBe('en_attente');
  });

  test('once sold changes by no edit, and nothing sold is deleted', async () => {
    const { body: asked } = await ask();
    expect((await paul('PATCH', `/souscriptions/${asked.id}`, { montant: 700 })).status).toBe(200);
    await cash(asked.id, 700);
    expect((await paul<Row>('PATCH', `/souscriptions/${asked.id}`, { montant: 800 })).body.errors).toHaveProperty(
      'montant',
    );
    expect((await mireille('DELETE', `/souscriptions/${asked.id}`)).status).toBe(409);
  });

  test('is suspended, taken up again and ended, each with its reason', async () => {
    const { body: asked } = await ask();
    await cash(asked.id, 500);
    for (const [verb, statut] of [
      ['suspendre', 'suspendue'],
      ['reactiver', 'activee'],
      ['resilier', 'resiliee'],
    ] as const) {
      expect((await act(asked.id, verb, { motif: `pour ${verb}` })).body.statut).toBe(statut);
    }
    const refused = await cash(asked.id, 500);
    expect(refused.status).toBe(409);
    expect(refused.body.message).toBe('Cette souscription est résiliée.');
  });

  test('of a hundred requests paid at once has a hundred polices without gap or double', async () => {
    const asked = await Promise.all(Array.from({ length: 100 }, () => ask()));
    const paid = await Promise.all(asked.map(({ body }) => cash(body.id, 500)));
    expect(paid.every(({ status }) => status === 200)).toBe(true);
    const rows = await api.db.rows<{ n: number }>(`select right(numero, 3)::int as n from numeros_police order by 1`);
    expect(rows.map(({ n }) => n)).toEqual(Array.from({ length: rows.length }, (_, i) => i + 1));
  });
});

describe('cash', () => {
  test('of one police stops at a million francs, however it is split and however many pay at once', async () => {
    const { body: asked } = await ask({ montant: 300_000 });
    const paid = await Promise.all(Array.from({ length: 6 }, () => cash(asked.id, 300_000)));
    expect(paid.map(({ status }) => status).sort()).toEqual([200, 200, 200, 409, 409, 409]);
    expect((await cash(asked.id, 100_001)).body.message).toBe(
      'Les espèces sont limitées à 1 000 000 francs par police (art. 541) : il reste 100 000 francs.',
    );
    expect((await cash(asked.id, 100_000)).status).toBe(200);
    expect((await act(asked.id, 'encaisser', { montant: 300_000, mode_paiement: 'virement' })).status).toBe(200);
  });

  test('is owed by the agent to the franc', async () => {
    const agent = (await paul<Row>('POST', '/agents', { nom: 'CAISSE', telephone: '+242055550009' })).body.id;
    const { body: asked } = await ask({ agent_id: agent });
    await cash(asked.id, 1500);
    await act(asked.id, 'encaisser', { montant: 500, mode_paiement: 'virement' });
    expect((await paul<{ solde: number }>('GET', `/agents/${agent}`)).body.solde).toBe(1500);
  });
});
