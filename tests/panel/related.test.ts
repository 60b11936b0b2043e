import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Dossier, dossier } from './dossier.fixture.ts';
import { type Session, type TestPanel, testPanel } from './panel.ts';

/** What belongs to a row, as the panel tells it: how many of each, the first of one, and never more than one may see. */
let panel: TestPanel;
let siege: Session;
let paul: Session;
let here: Dossier;
let there: Dossier;

beforeAll(async () => {
  panel = await testPanel();
  // A contrat and the souscription behind it are not of one number.
  await panel.db.rows(`select setval(pg_get_serial_sequence('numeros_police', 'id'), 500)`);
  here = await dossier(panel, panel.people.douala, 'EBODE');
  there = await dossier(panel, panel.people.yaounde, 'ATEBA');
  siege = await panel.as(panel.people.mireille);
  paul = await panel.as(panel.people.paul);
});
afterAll(() => panel.close());

interface Link {
  nom: string;
  ressource: string;
  champ: string;
  valeur: string;
  nombre: number;
}

const linksOf = async (session: Session, resource: string, id: number) =>
  ((await session.get(`/api/resources/${resource}/records/${id}/liens`)).json.liens ?? []) as Link[];
const rowsOf = async (session: Session, resource: string, id: number, name: string) =>
  (await session.get(`/api/resources/${resource}/records/${id}/liens?de=${name}`)).json;
const counts = (links: Link[]) => Object.fromEntries(links.map(({ nom, nombre }) => [nom, nombre]));

describe('what belongs to a row', () => {
  test('a contrat has what refers to the souscription behind it', async () => {
    const links = await linksOf(siege, 'contrats', here.contrat);
    expect(counts(links)).toEqual({
      'beneficiaires.souscription_id': 2,
      'echeances.souscription_id': 1,
      'renouvellements.souscription_id': 1,
      'cotisations.souscription_id': 12,
      'numeros_police.souscription_id': 1,
      'paiements.souscription_id': 2,
      'avenants.souscription_id': 0,
      'derogations.souscription_id': 0,
      'sinistres.souscription_id': 0,
      'tentatives.souscription_id': 0,
      'devis.souscription_id': 0,
      'mouvements_portefeuille.souscription_id': 2,
      'ecarts.souscription_id': 0,
    });
    expect(links.every(({ valeur }) => valeur === String(here.souscription))).toBe(true);
  });

  test('what there is comes before what there is none of', async () => {
    const filled = (await linksOf(siege, 'contrats', here.contrat)).map(({ nombre }) => nombre > 0);
    expect(filled).toEqual(filled.toSorted((a, b) => Number(b) - Number(a)));
    expect(filled).toContain(false);
  });

  test('a client has their contrats and souscriptions, a produit its souscriptions', async () => {
    expect(counts(await linksOf(siege, 'clients', here.client))).toMatchObject({
      'contrats.client_id': 1,
      'souscriptions.client_id': 1,
      'cotisations.client_id': 12,
    });
    const [sold] = await panel.db.rows<{ id: number }>('select produit_id as id from souscriptions where id = $1', [
      here.souscription,
    ]);
    expect(counts(await linksOf(siege, 'produits', sold?.id as number))).toMatchObject({
      'souscriptions.produit_id': 1,
    });
  });

  test('every count is that of the list it leads to', async () => {
    for (const { ressource, champ, valeur, nombre } of [
      ...(await linksOf(siege, 'contrats', here.contrat)),
      ...(await linksOf(siege, 'succursales', panel.people.douala)),
    ]) {
      const { json } = await siege.list(ressource, `?filters.${champ}=${valeur}`);
      expect(json.meta.total, ressource).toBe(nombre);
    }
  });

  test('the first rows come when they are asked for, no more than ten', async () => {
    const { records } = await rowsOf(siege, 'contrats', here.contrat, 'cotisations.souscription_id');
    expect(records).toHaveLength(10);
    expect(new Set(records.map(({ params }) => params.souscription_id))).toEqual(new Set([here.souscription]));
    const paid = await rowsOf(siege, 'contrats', here.contrat, 'paiements.souscription_id');
    expect(paid.records.map(({ params }) => params.montant)).toEqual([10_000, 10_000]);
    expect(paid.records[0]?.recordActions.map(({ name }) => name)).toContain('show');
  });
});

describe('nobody sees more than they may', () => {
  test('a row of another branch has nothing to tell', async () => {
    for (const path of ['liens', 'liens?de=paiements.souscription_id']) {
      const { json, text } = await paul.get(`/api/resources/contrats/records/${there.contrat}/${path}`);
      expect(json.notice).toEqual({ message: 'Cet élément n’existe pas.', type: 'error' });
      expect(json.liens).toBeUndefined();
      expect(text).not.toContain('ATEBA');
    }
  });

  test('of a row that is shared, only the own branch is counted and shown', async () => {
    await panel.db.rows('update souscriptions set produit_id = (select produit_id from souscriptions where id = $1)', [
      here.souscription,
    ]);
    panel.guichet.watch.tell('donnees', 'contrats');
    const [shared] = await panel.db.rows<{ id: number }>('select produit_id as id from souscriptions limit 1');
    const id = shared?.id as number;
    expect(counts(await linksOf(siege, 'produits', id))['contrats.produit_id']).toBe(2);
    expect(counts(await linksOf(paul, 'produits', id))['contrats.produit_id']).toBe(1);
    const { records } = await rowsOf(paul, 'produits', id, 'contrats.produit_id');
    expect(records.map(({ title }) => title)).toEqual([here.police]);
  });

  test('what a person may not read is neither named nor given', async () => {
    const awa = await panel.as(panel.people.awa);
    const names = (await linksOf(awa, 'contrats', here.contrat)).map(({ ressource }) => ressource);
    expect(names).toContain('beneficiaires');
    expect(names).not.toContain('derogations');
    const { json } = await awa.get(
      `/api/resources/contrats/records/${here.contrat}/liens?de=derogations.souscription_id`,
    );
    expect(json.records).toEqual([]);
    expect(json.notice?.type).toBe('error');
  });

  test('a name that is no relation brings nothing', async () => {
    for (const name of ['journal.succursale_id', 'utilisateurs', '__proto__', '']) {
      const json = await rowsOf(siege, 'contrats', here.contrat, name);
      expect(json.records, name).toEqual([]);
      expect(json.notice?.type, name).toBe('error');
    }
  });
});
