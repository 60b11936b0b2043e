import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Send } from '../../../tests/api.ts';
import { makeProduit } from '../../features/assurance/factory.ts';
import { type Borne, JEAN, openBorne } from './borne.fixture.ts';

let borne: Borne;
beforeAll(async () => {
  borne = await openBorne();
  const { database } = borne.api.guichet;
  const garanties = [
    { code: 'accident', libelle: 'Accident', plafond: 500_000, carence_jours: 0, franchise: 0, frequence: null },
  ];
  const pass = { branche: 'ACC', description: 'Dès 100 FCFA.', garanties, taux_commission: 12 } as const;
  await makeProduit(database, { code: 'PASS-ESSAI', nom: 'PASS ESSAI', ...pass });
  await makeProduit(database, { code: 'RETIRE', ...pass });
  await borne.db.rows(`update produits set actif = code = 'PASS-ESSAI'`);
});
afterAll(() => borne.close());
beforeEach(() => borne.oublier());

interface EnRoute {
  numero: string;
  paiement: string;
  suivi: string;
  errors: Record<string, string[]>;
}
const voulu = {
  produit: 'PASS-ESSAI',
  montant: 500,
  periodicite: 'mensuelle',
  operateur: 'mtn_money',
  consentement: 'J’accepte les conditions du PASS KIMIA.',
};
const gisele = { nom: 'MAKOSSO', prenom: 'Gisèle', telephone: '06 700 00 01' };
const souscrire = (body: object, headers?: Record<string, string>, send: Send = borne.api.anonymous) =>
  send<EnRoute>('POST', '/borne/souscriptions', body, headers);
const clients = () => borne.db.rows('select id from clients');

describe('products', () => {
  test('on sale are there for anybody, and may be kept for a while', async () => {
    const { status, body, headers } = await borne.api.anonymous('GET', '/borne/produits/');
    expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=300']);
    expect(body.results).toMatchObject([{ code: 'PASS-ESSAI', nom: 'PASS ESSAI', description: 'Dès 100 FCFA.' }]);
    expect(JSON.stringify(body)).not.toMatch(/taux_commission|modele_police|"id"/);
    expect((await borne.api.anonymous('GET', '/borne/produits/pass-essai')).body).toMatchObject({
      garanties: [{ libelle: 'Accident', plafond: 500_000 }],
      periodicites: ['mensuelle'],
    });
  });

  test('not on sale are not there, and that is not kept', async () => {
    for (const code of ['RETIRE', 'RIEN']) {
      const { status, headers } = await borne.api.anonymous('GET', `/borne/produits/${code}`);
      expect([status, headers.get('cache-control')]).toEqual([404, 'no-store']);
    }
  });
});

describe('subscribing without signing in', () => {
  test('makes a client of the head office, a request, its payment, and keeps the proof of consent', async () => {
    const { status, body } = await souscrire({ ...voulu, ...gisele, canal: 'espace' });
    expect(status).toBe(202);
    expect(Object.keys(body).sort()).toEqual(['numero', 'paiement', 'suivi']);
    const [row] = await borne.db.rows(
      `select s.canal, s.statut, s.montant, s.agent_id, c.nom, c.prenom, c.telephone, c.succursale_id,
         k.texte, k.telephone as consenti, k.canal as par
       from souscriptions s join clients c on c.id = s.client_id join consentements k on k.souscription_id = s.id
       where s.numero = $1`,
      [body.numero],
    );
    expect(row).toEqual({
      canal: 'espace',
      statut: 'en_attente',
      montant: 500,
      agent_id: null,
      nom: 'MAKOSSO',
      prenom: 'Gisèle',
      telephone: '+242067000001',
      succursale_id: borne.api.people.siege,
      texte: voulu.consentement,
      consenti: '+242067000001',
      par: 'espace',
    });
    const { body: state } = await borne.api.anonymous('GET', `/borne/paiements/${body.suivi}`);
    expect(state).toMatchObject({ numero: body.paiement, montant: 500, etat: 'envoi' });
  });

  test('a telephone that is known gets the same answer, and no second client', async () => {
    const before = await clients();
    const known = await souscrire({ ...voulu, nom: 'X', prenom: 'Y', telephone: JEAN.telephone, montant: 700 });
    expect(known.status).toBe(202);
    expect(Object.keys(known.body).sort()).toEqual(['numero', 'paiement', 'suivi']);
    expect(await clients()).toEqual(before);
    expect(known.text).not.toMatch(/KONGO|client/);
  });

  test('the same request twice, with its key, is one souscription', async () => {
    const sent = { ...voulu, ...gisele, telephone: '06 700 00 02' };
    const key = { 'Idempotency-Key': 'souscription-1' };
    const [first, again] = [await souscrire(sent, key), await souscrire(sent, key)];
    expect([first.status, again.status]).toEqual([202, 202]);
    expect(again.body).toEqual(first.body);
  });

  test.each([
    ['a telephone', (n: number) => [gisele.telephone, `T-${n}`], `compte:%`],
    ['a terminal', (n: number) => [`+24206800${String(n).padStart(4, '0')}`, 'T-1'], 'adresse:%'],
  ])('is not asked of %s again and again', async (_, make, kind) => {
    const answers: number[] = [];
    for (let n = 0; n < 34; n++) {
      const [telephone, terminal] = make(n) as [string, string];
      answers.push((await souscrire({ ...voulu, ...gisele, telephone }, { 'X-Terminal': terminal })).status);
    }
    expect(answers.at(-1)).toBe(429);
    expect(await borne.db.rows('select from freins where cle like $1 and libre_le > now()', [kind])).not.toEqual([]);
  });

  test.each([
    [{ produit: 'RETIRE' }, 'produit'],
    [{ produit: undefined }, 'produit'],
    [{ montant: 5 }, 'montant'],
    [{ montant: '500' }, 'montant'],
    [{ periodicite: 'annuelle' }, 'periodicite'],
    [{ periodicite: 'quotidienne' }, 'periodicite'],
    [{ telephone: '12' }, 'telephone'],
    [{ nom: ' ' }, 'nom'],
    [{ prenom: undefined }, 'prenom'],
    [{ consentement: '' }, 'consentement'],
    [{ canal: 'ussd' }, 'canal'],
    [{ operateur: 'mtn' }, 'operateur'],
    [{ agent_id: 1 }, 'agent_id'],
  ])('%j is refused by the name of the field, and nothing is left behind', async (change, field) => {
    const before = await clients();
    const answer = await souscrire({ ...voulu, ...gisele, telephone: '06 700 00 09', ...change });
    expect(answer.status, answer.text).toBe(400);
    expect(answer.body.errors).toHaveProperty(field);
    expect(await clients()).toEqual(before);
  });

  test('a terminal names itself plainly', async () => {
    const answer = await souscrire({ ...voulu, ...gisele }, { 'X-Terminal': 'a b' });
    expect([answer.status, Object.keys(answer.body.errors)]).toEqual([400, ['X-Terminal']]);
  });
});

describe('subscribing signed in', () => {
  test('is for the client of the token, whose name nobody asks', async () => {
    const jean = await borne.as(JEAN, { canal: 'espace' });
    const made = await souscrire({ ...voulu, montant: 900 }, {}, jean);
    expect(made.status, made.text).toBe(202);
    const [row] = await borne.db.rows('select client_id, canal from souscriptions where numero = $1', [
      made.body.numero,
    ]);
    expect(row).toEqual({ client_id: borne.jean, canal: 'espace' });
    expect((await souscrire({ ...voulu, ...gisele }, {}, jean)).status).toBe(400);
  });
});

describe('another telephone', () => {
  const changer = async (send: Send, telephone: string) =>
    send('PUT', '/clients/POL001/telephone', { telephone, code: await borne.code(send, 'telephone') });

  test('is asked for by a code to the old one; every other session ends', async () => {
    const [here, elsewhere] = [await borne.as(JEAN), await borne.as(JEAN)];
    const changed = await changer(here, '06 444 55 66');
    expect([changed.status, changed.body]).toEqual([200, { telephone: '+242 06 *** ** 66' }]);
    expect((await here('GET', '/clients/POL001/dashboard')).body).toMatchObject({
      client: { telephone: '+242 06 *** ** 66' },
    });
    expect((await elsewhere('GET', '/clients/POL001/dashboard')).status).toBe(401);
    expect((await borne.login(JEAN)).status).toBe(401);
    expect((await borne.login({ ...JEAN, telephone: '064445566' })).status).toBe(200);
    const [line] = await borne.db.rows(`select * from journal where action = 'modifier' and ressource = 'clients'`);
    expect(line).toMatchObject({ surface: 'borne', objet_id: borne.jean, apres: { telephone: '+242064445566' } });
    expect((await changer(here, '06 444 55 66')).status).toBe(400);
    expect((await changer(here, JEAN.telephone)).status).toBe(200);
  });

  test('that another client has is refused without a word on them', async () => {
    const send = await borne.as(JEAN);
    const refused = await changer(send, '05 987 65 43');
    expect(refused.status).toBe(400);
    expect(refused.body.errors).toEqual({
      telephone: [expect.stringMatching(/^Ce numéro ne peut pas être enregistré/)],
    });
    expect((await send('GET', '/clients/POL001/dashboard')).status).toBe(200);
  });
});
