import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cast, cast } from '../../../../tests/cast.ts';
import { type TestDatabase, testDatabase } from '../../../../tests/database.ts';
import type { Caller } from '../../../core/access.ts';
import { aujourdhui, plusJours } from '../../../core/jours.ts';
import { parseQuery } from '../../../core/query/parse.ts';
import { resources } from '../../../features.ts';
import { catalogue } from './catalogue.ts';
import { chiffre, chiffresPour, stats } from './chiffre.ts';
import { dire, titre } from './messages.ts';
import { portefeuille } from './portefeuille.fixture.ts';
import type { Chiffre, Liste } from './types.ts';

let db: TestDatabase;
let people: Cast;
beforeAll(async () => {
  db = await testDatabase();
  people = await cast(db);
  await portefeuille(db, people);
});
afterAll(() => db.close());

const PAGE = 200;

/** What the list that a number opens holds: how many rows, and what they add up to, row by row. */
async function ouvrir(caller: Caller, { ressource, filtre, somme }: Liste) {
  const of = resources.find(({ name }) => name === ressource);
  if (!of) throw new Error(`there is no resource ${ressource}`);
  let sum = 0;
  for (let page = 1; ; page++) {
    const asked = { ...filtre, count: 'exact', fields: somme ?? 'id', page_size: String(PAGE), page: String(page) };
    const { results, count, more } = await db.records.list(
      caller,
      of,
      parseQuery(caller.actor, of, Object.entries(asked)),
    );
    for (const row of JSON.parse(results)) sum += somme ? (row[somme] ?? 0) : 0;
    if (!more) return { nombre: count, somme: sum };
  }
}

/** Whether a number is what its list adds up to, rows and francs. */
async function tenir(
  caller: Caller,
  { unite }: Chiffre,
  said: Omit<Chiffre['series'][0]['points'][0], 'code' | 'libelle'>,
) {
  const list = await ouvrir(caller, said.liste);
  const where = JSON.stringify(said.liste);
  expect(list.nombre, where).toBe(said.nombre);
  if (said.montant !== undefined) expect(list.somme, where).toBe(said.montant);
  if (unite === 'francs') expect(list.somme, where).toBe(said.valeur);
  if (unite === 'nombre' && said.montant !== undefined) expect(said.valeur, where).toBe(said.nombre);
  if (unite === 'nombre' && said.liste.somme === 'nombre') expect(list.somme, where).toBe(said.valeur);
}

const everybody = ['mireille', 'paul', 'awa', 'chantal', 'esther'] as const;

describe.each(everybody)('as %s sees them', (who) => {
  test('every point of every figure is what its list adds up to', { timeout: 120_000 }, async () => {
    const caller = await people[who].caller();
    const vue = { du: plusJours(aujourdhui(), -24) };
    let points = 0;
    for (const nom of chiffresPour(caller)) {
      const found = await chiffre(db, caller, nom, vue);
      const all = found.series.flatMap((serie) => serie.points);
      for (let i = 0; i < all.length; i += 8)
        await Promise.all(all.slice(i, i + 8).map((point) => tenir(caller, found, point)));
      for (const serie of found.series.filter((each) => each.liste)) {
        const sum = (of: 'valeur' | 'nombre') => serie.points.reduce((n, point) => n + point[of], 0);
        await tenir(caller, found, { valeur: sum('valeur'), nombre: sum('nombre'), liste: serie.liste as Liste });
      }
      const { total, nombre, montant, liste } = found;
      if (liste && nombre !== undefined)
        await tenir(caller, found, { valeur: total, nombre, liste, ...(montant === undefined ? {} : { montant }) });
      points += all.length;
    }
    expect(points).toBeGreaterThan(200);
  });

  test('what the points of a figure come to is its total, where each row has its place', async () => {
    const caller = await people[who].caller();
    for (const nom of chiffresPour(caller).filter((each) => !each.startsWith('mouvements'))) {
      const { series, total, unite, nombre } = await chiffre(db, caller, nom);
      const all = series.flatMap(({ points }) => points);
      if (all.length === 0) continue;
      expect(
        all.reduce((sum, point) => sum + point.nombre, 0),
        nom,
      ).toBe(nombre);
      if (unite !== 'pourcent')
        expect(
          all.reduce((sum, { valeur }) => sum + valeur, 0),
          nom,
        ).toBe(total);
    }
  });
});

test('each figure counts something of this portfolio', async () => {
  const caller = await people.mireille.caller();
  for (const { nom } of catalogue) {
    const { total, nombre } = await chiffre(db, caller, nom, { du: plusJours(aujourdhui(), -90) });
    expect(total || nombre, nom).toBeGreaterThan(0);
  }
});

test('a branch sees its own: the parts come to the whole', async () => {
  const seen = async (who: (typeof everybody)[number], vue = {}) =>
    (await chiffre(db, await people[who].caller(), 'encaisse', { du: plusJours(aujourdhui(), -90), ...vue })).total;
  const [paul, chantal] = [await seen('paul'), await seen('chantal')];
  expect(paul).toBeGreaterThan(0);
  expect(chantal).not.toBe(paul);
  expect(await seen('mireille', { succursale_id: people.douala })).toBe(paul);
  expect(await seen('esther', { succursale_id: people.yaounde })).toBe(chantal);
});

test('who may not read something does not get its figure, and the cards leave it out', async () => {
  const awa = await people.awa.caller();
  expect(chiffresPour(awa)).not.toContain('mouvements');
  await expect(chiffre(db, awa, 'mouvements')).rejects.toMatchObject({ status: 403 });
  const without = { ...awa, actor: { ...awa.actor, droits: { role: { clients: { lire: false } }, utilisateur: {} } } };
  const names = (await stats(db, without)).map(({ nom }) => nom);
  expect(names).not.toContain('clients');
  expect(names).toContain('encaisse');
  await expect(chiffre(db, without, 'clients')).rejects.toMatchObject({ status: 403 });
  const kept = await db.rows(`select from journal where resultat = 'refuse' and ressource = 'mouvements_portefeuille'`);
  expect(kept.length).toBeGreaterThan(0);
});

test('every figure and every place has its words in both languages', async () => {
  const caller = await people.mireille.caller();
  for (const { nom } of catalogue) {
    for (const langue of ['fr', 'en'] as const) {
      expect(titre(langue, nom), nom).not.toBe(nom);
      const { series } = await chiffre(db, { ...caller, langue }, nom);
      const places = series.flatMap(({ code, libelle, points }) => [{ code, libelle }, ...points]);
      expect(places.filter(({ code, libelle }) => code === libelle && dire(langue, code) === code)).toEqual([]);
    }
  }
});
