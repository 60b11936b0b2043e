import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Jour, plusJours } from '../../../core/jours.ts';
import { type Duree, type Periodicite, termeDepuis } from '../echeancier.ts';
import { AN, PASS } from '../portfolio.fixture.ts';
import { type Avenants, avenantsLe } from './avenants.fixture.ts';
import type { Vendu } from './maison.fixture.ts';
import { allotir, periodes } from './modele.fixture.ts';

const TODAY = '2028-02-15';
let all: Avenants;
beforeAll(async () => {
  all = await avenantsLe(TODAY);
});
afterAll(() => all.close());

test('days of grace are not lost at the first period of what follows', async () => {
  const sold: Vendu = { date_effet: '2028-01-10', montant: 1000, periodicite: 'mensuelle', jours_grace: 5, paye: 2000 };
  const { id } = await all.contrat(sold);
  await all.approve((await all.ask(id, { montant: 500 })).avenant);
  expect([await all.coveredOn(id, '2028-03-14'), await all.coveredOn(id, '2028-03-15')]).toEqual([true, false]);
});

const shape = fc.constantFrom<[Periodicite, Duree]>(
  ['mensuelle', AN],
  ['trimestrielle', AN],
  ['mensuelle', PASS],
  ['semestrielle', { duree: 24, duree_unite: 'mois' }],
);
const change = fc.record({
  montant: fc.integer({ min: 100, max: 9999 }),
  periodicite: fc.constantFrom<Periodicite>('unique', 'mensuelle', 'trimestrielle'),
});
const cases = fc.record({
  start: fc.integer({ min: 0, max: 330 }),
  sold: shape,
  montant: fc.integer({ min: 100, max: 9999 }),
  paid: fc.integer({ min: 1, max: 60_000 }),
  changes: fc.array(change, { minLength: 1, maxLength: 3 }),
});

test('whatever was sold, paid and changed: dues, allotment and cover are right before and after', async () => {
  let changed = 0;
  await fc.assert(
    fc.asyncProperty(cases, async ({ start, sold: [periodicite, duree], montant, paid, changes }) => {
      const date_effet = plusJours(TODAY, -start);
      const { id, police } = await all.contrat({ date_effet, montant, periodicite, ...duree, paye: paid });
      const before = periodes(date_effet, duree, periodicite, montant);
      const kept = before.filter(({ debut }) => debut <= TODAY);
      const apres = kept.length * (termeDepuis(date_effet, duree, periodicite).mois ?? 0);
      const months = before.length * (apres / kept.length);
      const fin = before.at(-1)?.fin as Jour;
      const du = (await all.contratOf(police))?.du;
      const days = [date_effet, plusJours(date_effet, 40), TODAY].filter((day) => day <= TODAY);
      const cover = () => Promise.all(days.map((day) => all.coveredOn(id, day)));
      const coverBefore = await cover();
      for (const next of changes) {
        const rows = await all.cotisations(police);
        const { status, avenant } = await all.ask(id, next);
        expect(await all.cotisations(police)).toEqual(rows);
        if (status !== 200) continue;
        expect((await all.approve(avenant)).status).toBe(200);
        changed += 1;
        const left = { duree: months - apres, duree_unite: 'mois' as const };
        await compare(police, paid, next.montant, [
          ...kept,
          ...periodes(date_effet, left, next.periodicite, next.montant, { apres, fin }),
        ]);
        expect(await all.contratOf(police)).toMatchObject({ du, date_expiration: fin });
        expect(await cover()).toEqual(coverBefore);
      }
    }),
    { numRuns: 30 },
  );
  expect(changed).toBeGreaterThan(15);
}, 90_000);

/** What the views say is what the model says. */
async function compare(police: string, paid: number, montant: number, expected: ReturnType<typeof periodes>) {
  const { parts, covered } = allotir(expected, paid);
  const rows = await all.cotisations(police);
  expect(rows.map((row) => [row.periode_debut, row.periode_fin, row.montant, row.paye])).toEqual(
    expected.map(({ debut, fin, montant: price }, n) => [debut, fin, price, parts[n]]),
  );
  expect(new Set(rows.map(({ quittance }) => quittance)).size).toBe(rows.length);
  expect(await all.contratOf(police)).toMatchObject({ solde: paid, montant, couvert_jusqu_au: covered });
}
