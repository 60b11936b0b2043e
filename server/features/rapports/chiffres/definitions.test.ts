import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cast, cast } from '../../../../tests/cast.ts';
import { type TestDatabase, testDatabase } from '../../../../tests/database.ts';
import { aujourdhui, type Jour, plusJours } from '../../../core/jours.ts';
import { chiffre } from './chiffre.ts';
import { portefeuille } from './portefeuille.fixture.ts';

let db: TestDatabase;
let people: Cast;
beforeAll(async () => {
  db = await testDatabase();
  people = await cast(db);
  await portefeuille(db, people);
});
afterAll(() => db.close());

const today = aujourdhui();
const one = async (text: string, values: unknown[] = []) =>
  Number((await db.rows<{ n: number }>(`select (${text}) as n`, values))[0]?.n);
const figure = async (nom: string, vue = {}) => chiffre(db, await people.mireille.caller(), nom, vue);
/** `{code: valeur}` of all series, added up. */
async function places(nom: string, vue = {}, of: 'valeur' | 'nombre' | 'montant' = 'valeur') {
  const sums: Record<string, number> = {};
  for (const { code, [of]: value } of (await figure(nom, vue)).series.flatMap(({ points }) => points))
    sums[code] = (sums[code] ?? 0) + (value ?? 0);
  return sums;
}

test('encaissements are the francs that arrived, day by day and mode by mode, corrections taken off', async () => {
  const du = plusJours(today, -30);
  const days = await places('encaissements', { du });
  for (const [day, sum] of Object.entries(days))
    expect(sum, day).toBe(
      await one(
        `select coalesce(sum(montant), 0) from paiements where paye_le is not null
          and to_char(paye_le at time zone 'Africa/Brazzaville', 'YYYY-MM-DD') = $1`,
        [day],
      ),
    );
  expect(Object.keys(days)).toHaveLength(31);
  const { series, precedent } = await figure('encaissements', { du });
  for (const { code, points } of series)
    expect(points.reduce((sum, { valeur }) => sum + valeur, 0)).toBe(
      await one(
        `select coalesce(sum(montant), 0) from paiements where mode_paiement = $1 and jour_metier(paye_le) >= $2`,
        [code, du],
      ),
    );
  expect(precedent).toBe(
    await one(`select sum(montant) from paiements where jour_metier(paye_le) between $1::date - 31 and $1::date - 1`, [
      du,
    ]),
  );
});

test('months take the place of days in a long period, cut at its ends', async () => {
  const du = plusJours(today, -200);
  const months = await places('encaissements', { du });
  expect(Object.keys(months)[0]).toBe(du.slice(0, 7));
  expect(Object.keys(months).at(-1)).toBe(today.slice(0, 7));
  expect(months[du.slice(0, 7)]).toBe(
    await one(
      `select coalesce(sum(montant), 0) from paiements where jour_metier(paye_le) >= $1 and to_char(jour_metier(paye_le), 'YYYY-MM') = $2`,
      [du, du.slice(0, 7)],
    ),
  );
});

test('échéances: each late contrat stands at its age, with what its begun periods ask for less what was paid', async () => {
  const owed = `from souscriptions s where s.statut = 'activee' and coalesce(s.couvert_jusqu_au + 1, s.date_effet) <= s.expire_le
    and exists (select from termes t where t.souscription_id = s.id
      and coalesce(s.couvert_jusqu_au + 1, s.date_effet) between t.date_effet and t.date_expiration)`;
  const late = 'date_metier() - coalesce(s.couvert_jusqu_au + 1, s.date_effet)';
  const nombres = await places('echeances', {}, 'nombre');
  for (const [code, from, to] of [
    ['retard_1_30', 1, 30],
    ['retard_31_60', 31, 60],
    ['retard_61_90', 61, 90],
    ['retard_plus_90', 91, 9999],
    ['aujourd_hui', 0, 0],
    ['sept_jours', -6, -1],
  ] as const) {
    expect(nombres[code], code).toBe(await one(`select count(*) ${owed} and ${late} between ${from} and ${to}`));
    for (const bound of [from, to].filter((each) => each < 9999))
      expect(await one(`select count(*) ${owed} and ${late} = ${bound}`), `${bound}`).toBeGreaterThan(0);
  }
  // Every period that has begun, one by one.
  const periods = `select sum(t.montant) from termes t cross join generate_series(0, t.nombre - 1) n
    where t.souscription_id = s.id and coalesce((t.date_effet + make_interval(months => n * t.mois))::date, t.date_effet) <= date_metier()`;
  const { total } = await figure('reste-du');
  expect(total).toBe(await one(`select sum((${periods}) - s.paye) ${owed} and ${late} > 0`));
  expect(total).toBeGreaterThan(0);
});

test('sinistres stand at their state and at the days since they were declared', async () => {
  const { series } = await figure('sinistres');
  for (const [code, from, to] of [
    ['ouvert_0_7', 0, 7],
    ['ouvert_8_30', 8, 30],
    ['ouvert_31_90', 31, 90],
    ['ouvert_plus_90', 91, 9999],
  ] as const)
    for (const point of series.find((each) => each.code === code)?.points ?? [])
      expect(point.valeur, `${code} ${point.code}`).toBe(
        await one(
          `select count(*) from sinistres where statut = $1 and date_metier() - jour_metier(declare_le) between ${from} and ${to}`,
          [point.code],
        ),
      );
});

test('agents hold what they took and kept too long; the request becomes a contrat or it does not', async () => {
  const held = `select agent_id, sum(montant) as sum from especes_detenues group by 1 having sum(montant) <> 0
    and sum(montant) filter (where montant < 0 or jour < date_metier() - 2) > 0`;
  expect((await figure('agents')).total).toBe(await one(`select coalesce(sum(sum), 0) from (${held}) x`));
  const vue = { du: plusJours(today, -365) };
  const asked = `from souscriptions where jour_metier(cree_le) >= date_metier() - 365`;
  const [all, became] = [
    await one(`select count(*) ${asked}`),
    await one(`select count(*) ${asked} and exists (select from termes where souscription_id = souscriptions.id)`),
  ];
  const { total, nombre } = await figure('conversion', vue);
  expect([nombre, total]).toEqual([all, Math.round((1000 * became) / all) / 10]);
});

test('opportunités: weighted francs, won and lost, the rate and the months', async () => {
  const vue = { du: plusJours(today, -80) };
  expect((await figure('valeur-ponderee')).total).toBe(
    await one(
      `select sum(round(montant * probabilite / 100.0)) from opportunites where etape <> 'conclusion' and perdue_le is null`,
    ),
  );
  const won = await one(`select count(*) from opportunites where conclue_le >= date_metier() - 80`);
  const lost = await one(`select count(*) from opportunites where perdue_le >= date_metier() - 80`);
  expect((await figure('taux-conversion', vue)).total).toBe(Math.round((1000 * won) / (won + lost)) / 10);
  for (const nom of ['performance', 'performance-responsables']) {
    const { series, taux } = await figure(nom, vue);
    expect(taux).toBe(Math.round((1000 * won) / (won + lost)) / 10);
    expect(series.map(({ code, points }) => [code, points.reduce((sum, { valeur }) => sum + valeur, 0)])).toEqual([
      ['gagnees', won],
      ['perdues', lost],
    ]);
  }
});

/** The contrats that are in force on a day: a term runs, and nobody has ended it by then. */
const enPortefeuille = (jour: Jour, more = '') =>
  one(
    `select count(distinct s.id) from souscriptions s join termes t on t.souscription_id = s.id
     where $1 between t.date_effet and t.date_expiration and not exists (select from interruptions i
       where i.souscription_id = s.id and i.fin is null and s.statut = 'resiliee' and i.debut <= $1) ${more}`,
    [jour],
  );

test('the portfolio moves from what was in force before to what is in force after, on any days', async () => {
  const products = await db.rows<{ id: number }>('select id from produits');
  let resilies = 0;
  for (const [back, length] of [
    [0, 0],
    [30, 29],
    [97, 40],
    [400, 365],
    [730, 730],
  ] as const) {
    const [du, au] = [plusJours(today, -back), plusJours(today, length - back)];
    const { total, precedent } = await figure('mouvements', { du, au });
    const moved = await places('mouvements', { du, au });
    expect(precedent).toBe(await enPortefeuille(plusJours(du, -1)));
    expect(total).toBe(await enPortefeuille(au));
    const { ouverture = 0, nouveau = 0, renouvele = 0, echu = 0, resilie = 0, cloture } = moved;
    expect(cloture).toBe(ouverture + nouveau + renouvele + echu + resilie);
    expect([nouveau >= 0, renouvele >= 0, echu <= 0, resilie <= 0]).toEqual([true, true, true, true]);
    resilies += resilie;
    const { series } = await figure('mouvements-produits', { du, au });
    for (const { id } of products) {
      const own = series.find(({ code }) => code === String(id))?.points.find(({ code }) => code === 'cloture');
      expect(own?.valeur ?? 0, `${id} ${au}`).toBe(await enPortefeuille(au, `and s.produit_id = ${id}`));
    }
  }
  expect(resilies).toBeLessThan(0);
});
