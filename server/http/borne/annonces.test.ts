import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Send } from '../../../tests/api.ts';
import { aujourdhui, plusJours } from '../../core/jours.ts';
import { type AnnonceOptions, makeAnnonce } from '../../features/annonces/factory.ts';
import type { AnnonceLue } from '../../features/annonces/lire.ts';
import { type Borne, JEAN, MARIE, openBorne } from './borne.fixture.ts';

let borne: Borne;
let jean: Send;
let marie: Send;
let produits: { jean: number; marie: number };
const TODAY = aujourdhui();

const tell = (titre: string, more: Partial<AnnonceOptions> = {}) =>
  makeAnnonce(borne.db.database, {
    titre,
    contenu: 'Texte.\nSuite.',
    debut: plusJours(TODAY, -30),
    publiee_le: `${plusJours(TODAY, -20)}T09:00:00Z`,
    ...more,
  });
const read = (send: Send) => send<{ results: AnnonceLue[] }>('GET', '/borne/annonces');
const titles = async (send: Send) => (await read(send)).body.results.map(({ titre }) => titre);

beforeAll(async () => {
  borne = await openBorne();
  const { people } = borne.api;
  [jean, marie] = [await borne.as(JEAN), await borne.as(MARIE)];
  const sold = (police: string) =>
    borne.db.rows<{ produit_id: number }>(
      'select produit_id from souscriptions join numeros_police n on n.souscription_id = souscriptions.id where n.numero = $1',
      [police],
    );
  const [own] = await borne.db.rows<{ id: number }>(
    `insert into produits (code, nom, branche, montant_min, montant_max, periodicites, duree, duree_unite)
     values ('HAB-M', 'Habitation', 'HAB', 100, 1000000, '["mensuelle"]', 12, 'mois') returning id`,
  );
  await borne.db.rows('update souscriptions set produit_id = $2 where id = $1', [borne.souscriptions.POL003, own?.id]);
  await borne.db.rows('update clients set succursale_id = $2 where id = $1', [borne.marie, people.douala]);
  produits = { jean: (await sold('POL001'))[0]?.produit_id as number, marie: own?.id as number };
  await tell('pour tous');
  await tell('nouvelle', { publiee_le: `${plusJours(TODAY, -1)}T09:00:00Z` });
  await tell('depuis hier', { publiee_le: `${plusJours(TODAY, -25)}T09:00:00Z`, debut: TODAY });
  await tell('urgente', { importance: 'urgent' });
  await tell('importante', { importance: 'important', fin: TODAY });
  await tell('douala', { succursale_id: people.douala });
  await tell('yaounde', { succursale_id: people.yaounde });
  await tell('produit de Jean', { produit_id: produits.jean });
  await tell('produit de Marie', { produit_id: produits.marie });
  await tell('produit de Marie, à Douala', { produit_id: produits.marie, succursale_id: people.douala });
  await tell('produit de Marie, à Yaoundé', { produit_id: produits.marie, succursale_id: people.yaounde });
  await tell('brouillon', { publiee_le: undefined });
  await tell('demain', { debut: plusJours(TODAY, 1) });
  await tell('passée', { fin: plusJours(TODAY, -1) });
  await tell('retirée', { retiree_le: `${plusJours(TODAY, -1)}T09:00:00Z`, motif_retrait: 'erreur' });
});
afterAll(() => borne.close());

const everybody = ['urgente', 'importante', 'depuis hier', 'nouvelle', 'pour tous'];

test('without signing in: those for everybody, the most urgent first, then the newest; for a minute', async () => {
  const { status, headers, body } = await read(borne.api.anonymous);
  expect([status, headers.get('cache-control'), headers.get('vary')]).toEqual([
    200,
    'public, max-age=60',
    expect.stringContaining('Authorization'),
  ]);
  expect(body.results.map(({ titre }) => titre)).toEqual(everybody);
  expect(body.results[1]).toEqual({
    id: expect.any(Number),
    titre: 'importante',
    contenu: 'Texte.\nSuite.',
    importance: 'important',
    publiee_le: `${plusJours(TODAY, -20)}T09:00:00.000Z`,
    fin: TODAY,
  });
  expect(body.results[2]?.publiee_le).toBe(`${plusJours(TODAY, -1)}T23:00:00.000Z`);
});

test('a client also sees those of the own succursale and produits, and nobody else’s; nothing is kept', async () => {
  expect((await titles(jean)).toSorted()).toEqual([...everybody, 'produit de Jean'].toSorted());
  const hers = ['douala', 'produit de Marie', 'produit de Marie, à Douala'];
  expect((await titles(marie)).toSorted()).toEqual([...everybody, ...hers].toSorted());
  expect((await read(jean)).headers.get('cache-control')).toBe('no-store');
});

test('a produit that the client does not hold any more is none of theirs', async () => {
  await borne.db.rows('update souscriptions set produit_id = $2 where id = $1', [
    borne.souscriptions.POL003,
    produits.jean,
  ]);
  expect(await titles(marie)).not.toContain('produit de Marie');
});

test('what is not a client’s token, and a parameter, are refused', async () => {
  const staff = await borne.api.as(borne.api.people.mireille);
  expect((await read(staff)).status).toBe(401);
  expect((await borne.api.anonymous('GET', '/borne/annonces?page=2')).status).toBe(400);
});
