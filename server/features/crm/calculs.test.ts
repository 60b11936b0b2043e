import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Cast, cast } from '../../../tests/cast.ts';
import { type TestDatabase, testDatabase } from '../../../tests/database.ts';
import type { Caller } from '../../core/access.ts';
import { type Jour, joursEntre, plusJours } from '../../core/jours.ts';
import { parseQuery } from '../../core/query/parse.ts';
import type { Resource } from '../../core/resource.ts';
import { makeClient } from '../clients/factory.ts';
import { clients } from '../clients/resource.ts';
import { comparerLignes } from './devis/comparer.ts';
import { type Ligne, montantDe, montantLigne } from './devis/lignes.ts';
import { makeDevis, makeOpportunite, makeProjet, makeTache } from './factory.ts';
import { opportunites } from './opportunites/resource.ts';
import { projets } from './projets/resource.ts';
import { taches } from './taches/resource.ts';

let db: TestDatabase;
let people: Cast;
let paul: Caller;
let ici: { client_id: number; succursale_id: number };
beforeAll(async () => {
  db = await testDatabase();
  people = await cast(db);
  paul = await people.paul.caller();
  const client_id = await makeClient(db.database, { nom: 'HÔTEL AKWA', succursale_id: people.douala });
  ici = { client_id, succursale_id: people.douala };
});
afterEach(() => db.rows('delete from projets'));
afterAll(() => db.close());

const runs = { numRuns: 40 };
const ligne: fc.Arbitrary<Ligne> = fc.record({
  libelle: fc.constantFrom('Camion', 'camion ', 'Remorquage', 'Assistance'),
  quantite: fc.integer({ min: 1, max: 10_000_000 }).map((hundredths) => hundredths / 100),
  prix: fc.integer({ min: 0, max: 1_000_000_000 }),
});
const few = fc.array(ligne, { minLength: 1, maxLength: 6 });

test('the total of the lines is the same in TypeScript and in PostgreSQL', () =>
  fc.assert(
    fc.asyncProperty(few, async (lignes) => {
      const [told] = await db.rows('select montant_lignes($1::jsonb) as montant', [JSON.stringify(lignes)]);
      expect(told).toEqual({ montant: montantDe(lignes) });
    }),
    runs,
  ));

test('what two versions differ by, line by line, is what their totals differ by', () =>
  fc.assert(
    fc.property(few, few, (avant, apres) => {
      const lignes = comparerLignes(avant, apres);
      const sum = lignes.reduce((total, { ecart }) => total + ecart, 0);
      expect(sum).toBe(montantDe(apres) - montantDe(avant));
      expect(lignes.filter((each) => each.apres).map(({ libelle }) => libelle)).toEqual(apres.map((l) => l.libelle));
      expect(lignes.filter((each) => each.avant)).toHaveLength(avant.length);
      expect(comparerLignes(apres, apres).every(({ changement }) => changement === 'inchangee')).toBe(true);
    }),
  ));

test('added, taken out and changed lines are told apart', () => {
  const [camion, remorquage] = [
    { libelle: 'Camion', quantite: 12, prix: 100 },
    { libelle: 'Remorquage', quantite: 1, prix: 50 },
  ] as const;
  const told = comparerLignes(
    [camion, remorquage],
    [
      { ...camion, quantite: 10 },
      { ...remorquage, libelle: 'Bris' },
    ],
  );
  expect(told.map(({ libelle, changement, ecart }) => [libelle, changement, ecart])).toEqual([
    ['Camion', 'modifiee', -200],
    ['Bris', 'ajoutee', 50],
    ['Remorquage', 'retiree', -50],
  ]);
  expect(montantLigne({ libelle: 'x', quantite: 1.5, prix: 33_333 })).toBe(50_000);
});

test('the weighted value is the share of the amount that is likely, half a franc up', () =>
  fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 2e12 }),
      fc.integer({ min: 0, max: 100 }),
      async (montant, hundredths) => {
        const [told] = await db.rows<{ v: number }>(
          `insert into opportunites (nom, client_id, succursale_id, montant, probabilite) values ('O', $1, $2, $3, $4)
         returning valeur_ponderee as v`,
          [ici.client_id, ici.succursale_id, montant, hundredths],
        );
        expect(told?.v).toBe(Number((BigInt(montant) * BigInt(hundredths) + 50n) / 100n));
      },
    ),
    runs,
  ));

/** The same, told day by day. */
function trancheOf(today: Jour, due: Jour | null): string {
  if (!due) return 'sans_date';
  const [weekday, days] = [(new Date(`${today}T00:00Z`).getUTCDay() + 6) % 7, joursEntre(today, due)];
  if (days < 0) return 'en_retard';
  if (days === 0) return 'aujourd_hui';
  return weekday + days <= 6 ? 'cette_semaine' : 'plus_tard';
}

const asked = async (resource: Resource, query: Record<string, string>) => {
  const parsed = parseQuery(paul.actor, resource, Object.entries({ page_size: '200', ...query }));
  return JSON.parse((await db.records.list(paul, resource, parsed)).results) as Record<string, unknown>[];
};
const on = (today: Jour, text: string, values: unknown[] = []) =>
  db.rows<Record<string, unknown>>(text.replaceAll('date_metier()', `'${today}'::date`), values);

// A Monday, a Wednesday, a Sunday; the ends of months and of a year; a leap day.
const days = ['2026-11-16', '2026-11-18', '2026-11-22', '2026-11-30', '2026-12-31', '2027-02-28', '2028-02-29'];
test.each(days)('on %s, when a tâche is due and what is late', async (today) => {
  await db.rows('delete from taches');
  const around = [null, ...Array.from({ length: 18 }, (_, i) => plusJours(today, i - 4))];
  for (const date_echeance of around)
    await makeTache(db.database, { ...ici, titre: 'T', assigne_a_id: people.awa.id, date_echeance });
  const tranche = taches.fields.get('tranche')?.computed?.('t');
  const late = taches.fields.get('en_retard')?.computed?.('t');
  const told = await on(
    today,
    `select date_echeance, (${tranche}) as tranche, (${late}) as late from taches t order by id`,
  );
  expect(told).toEqual(
    around.map((due) => ({
      date_echeance: due,
      tranche: trancheOf(today, due),
      late: trancheOf(today, due) === 'en_retard',
    })),
  );
});

test('a projet is late past its last day, or ended late; its length is in days', async () => {
  const [debut, fin] = ['2026-01-31', '2026-03-01'];
  const make = (more: object) => makeProjet(db.database, { ...ici, titre: 'P', date_debut: debut, ...more });
  await make({ date_fin: fin });
  await make({ date_fin: fin, statut: 'termine', termine_le: '2026-03-02' });
  await make({ date_fin: fin, statut: 'termine', termine_le: fin });
  await make({});
  const [late, length] = ['en_retard', 'duree'].map((name) => projets.fields.get(name)?.computed?.('t'));
  const told = (day: Jour) => on(day, `select (${length}) as d, (${late}) as l from projets t order by id`);
  expect(await told(fin)).toEqual([29, 29, 29, null].map((d, i) => ({ d, l: i === 1 })));
  expect(await told('2026-03-02')).toEqual([29, 29, 29, null].map((d, i) => ({ d, l: i < 2 })));
});

describe('over the engine', () => {
  test('computed fields filter, order, add up, group and come back with a row that is sent back', async () => {
    const make = (more: object) => makeProjet(db.database, { ...ici, titre: 'P', date_debut: '2026-01-01', ...more });
    const [a, b] = [await make({ date_fin: '2026-01-11' }), await make({ date_fin: '2026-01-06' })];
    const c = await make({ date_fin: '2999-01-01' });
    const ids = async (query: Record<string, string>) => (await asked(projets, query)).map(({ id }) => id);
    expect(await ids({ en_retard: 'true', ordering: 'duree' })).toEqual([b, a]);
    expect(await ids({ duree__gt: '10' })).toEqual([c]);
    const sums = { group_by: 'en_retard', sum: 'duree' };
    const groups = JSON.parse(await db.records.aggregate(paul, projets, Object.entries(sums)));
    expect(groups).toContainEqual({ en_retard: true, nombre: 2, sum_duree: 15 });
    const { actions: _, ...row } = JSON.parse((await db.records.get(paul, projets, a)).json);
    const again = await db.records.update(paul, projets, a, row, { revision: row.revision, complete: true });
    expect(again).toMatchObject({ revision: row.revision, duree: 10, en_retard: true });
    const wrong = db.records.create(paul, projets, { ...row, id: undefined, duree: 3 });
    await expect(wrong).rejects.toMatchObject({ errors: { duree: [{ key: 'lecture_seule' }] } });
  });

  test('what a client is worth, told a second time from all rows', async () => {
    const random = fc.sample(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 3, maxLength: 8 }), 12);
    for (const [n, kinds] of random.entries()) {
      const client_id = await makeClient(db.database, { nom: `CLIENT ${n}`, succursale_id: people.douala });
      const chez = { client_id, succursale_id: people.douala };
      for (const kind of kinds) {
        const etape = kind === 1 ? 'conclusion' : 'prospect';
        const opportunite_id = await makeOpportunite(db.database, { ...chez, etape, nom: 'O', montant: 1000 });
        const lignes = [{ libelle: 'L', quantite: 1, prix: 1000 * (kind + 1) }];
        const repondu = kind > 3 ? { statut: 'accepte' as const, repondu_le: new Date() } : {};
        await makeDevis(db.database, { ...chez, ...repondu, opportunite_id, lignes });
        const ended = kind === 2 ? { statut: 'termine' as const, termine_le: '2026-02-01' } : {};
        await makeProjet(db.database, { ...chez, ...ended, titre: 'P', date_debut: '2026-01-01' });
      }
      if (n === 0) await db.rows('update projets set supprime_le = now() where client_id = $1', [client_id]);
    }
    const told = await asked(clients, { ordering: 'id', fields: 'projets_actifs,opportunites_actives,valeur_client' });
    const again = await db.rows(
      `with p as (select client_id, count(*)::int n from projets where supprime_le is null and statut in ('a_faire', 'en_cours') group by 1),
       o as (select client_id, count(*)::int n from opportunites where supprime_le is null and etape <> 'conclusion' and perdue_le is null group by 1),
       d as (select client_id, sum(montant)::bigint v from devis where statut = 'accepte' and souscription_id is null group by 1)
       select c.id, coalesce(p.n, 0) as projets_actifs, coalesce(o.n, 0) as opportunites_actives, coalesce(d.v, 0) as valeur_client
       from clients c left join p on p.client_id = c.id left join o on o.client_id = c.id left join d on d.client_id = c.id
       where c.succursale_id = $1 order by c.id`,
      [people.douala],
    );
    expect(told).toEqual(again);
    const rich = await asked(clients, { ordering: '-valeur_client', valeur_client__gt: '0', fields: 'valeur_client' });
    const values = rich.map(({ valeur_client }) => valeur_client as number);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(values).toHaveLength(again.filter((row) => (row as { valeur_client: number }).valeur_client > 0).length);
  });

  test.each([
    [opportunites, 'montant', { nom: 'O' }],
    [projets, 'budget', { titre: 'P', date_debut: '2026-01-01' }],
  ])('no amount (%#) is so large that sums lose francs', async (of, champ, body) => {
    const made = (montant: number) =>
      db.records.create(paul, of, { ...body, client_id: ici.client_id, [champ]: montant });
    await expect(made(1_000_000_000_001)).rejects.toMatchObject({
      status: 400,
      errors: { [champ]: expect.anything() },
    });
  });

  test('a whole list of opportunités by its weighted value leaves no row out, page by page', async () => {
    const one = await asked(opportunites, { ordering: '-valeur_ponderee', fields: 'valeur_ponderee' });
    const values = one.map(({ valeur_ponderee }) => valeur_ponderee as number);
    expect(values.length).toBeGreaterThan(40);
    expect(values).toEqual([...values].sort((a, b) => b - a));
  });
});
