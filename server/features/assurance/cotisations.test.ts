import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Jour, plusJours, plusMois } from '../../core/jours.ts';
import { type Duree, type Periodicite, termeDepuis } from './echeancier.ts';
import { addTerme, pay } from './factory.ts';
import { AN, PASS, type Portfolio, portfolio } from './portfolio.fixture.ts';

let all: Portfolio;
beforeAll(async () => {
  all = await portfolio();
});
afterAll(() => all.db.close());

describe('periods', () => {
  test.each<[Jour, Periodicite, Duree, Jour[], Jour]>([
    [
      '2024-01-31',
      'mensuelle',
      { duree: 4, duree_unite: 'mois' },
      ['2024-01-31', '2024-02-29', '2024-03-31', '2024-04-30'],
      '2024-05-30',
    ],
    [
      '2023-01-31',
      'mensuelle',
      { duree: 3, duree_unite: 'mois' },
      ['2023-01-31', '2023-02-28', '2023-03-31'],
      '2023-04-29',
    ],
    ['2024-02-29', 'annuelle', { duree: 24, duree_unite: 'mois' }, ['2024-02-29', '2025-02-28'], '2026-02-27'],
    ['2024-11-30', 'trimestrielle', { duree: 6, duree_unite: 'mois' }, ['2024-11-30', '2025-02-28'], '2025-05-29'],
    ['2025-12-31', 'semestrielle', AN, ['2025-12-31', '2026-06-30'], '2026-12-30'],
    ['2024-02-29', 'unique', { duree: 1, duree_unite: 'jours' }, ['2024-02-29'], '2024-02-29'],
    ['2024-03-01', 'unique', PASS, ['2024-03-01'], '2025-02-28'],
  ])('from %s, %s, count from the start', async (effet, periodicite, duree, debuts, fin) => {
    const { police } = await all.contrat(effet, 1000, periodicite, duree);
    const rows = await all.cotisations(effet, police);
    expect(rows.map(({ periode_debut }) => periode_debut)).toEqual(debuts);
    expect(rows.at(-1)?.periode_fin).toBe(fin);
    for (const [i, { periode_fin }] of rows.slice(0, -1).entries())
      expect(plusJours(periode_fin, 1)).toBe(debuts[i + 1]);
  });

  test('of 365 days are twelve months, the last ends with the term', async () => {
    const { police } = await all.contrat('2024-01-15', 500, 'mensuelle', PASS);
    const rows = await all.cotisations('2024-01-15', police);
    expect(rows).toHaveLength(12);
    expect(rows.at(-1)).toMatchObject({ periode_debut: '2024-12-15', periode_fin: '2025-01-13' });
  });

  test('that do not fit into the duration are refused', () => {
    expect(() => termeDepuis('2024-01-01', { duree: 10, duree_unite: 'mois' }, 'trimestrielle')).toThrow(RangeError);
    expect(() => termeDepuis('2024-01-01', { duree: 10, duree_unite: 'jours' }, 'mensuelle')).toThrow(RangeError);
  });
});

describe('a day', () => {
  test('a contrat that expires today still covers today', async () => {
    const { id, police } = await all.contrat('2025-03-10', 1000, 'mensuelle', AN);
    await pay(all.db.database, id, 12_000);
    await all.db.rows(`update souscriptions set statut = 'activee' where id = $1`, [id]);
    expect(await all.contratOf('2026-03-09', police)).toMatchObject({
      statut: 'activee',
      date_expiration: '2026-03-09',
      couvert_jusqu_au: '2026-03-09',
    });
    expect((await all.contratOf('2026-03-10', police)).statut).toBe('expiree');
  });

  test('of suspension is not lost when the contrat expires', async () => {
    const { id, police } = await all.contrat('2025-03-10', 1000, 'mensuelle', AN);
    await pay(all.db.database, id, 1000);
    await all.db.rows(`update souscriptions set statut = 'suspendue' where id = $1`, [id]);
    expect((await all.contratOf('2027-01-01', police)).statut).toBe('suspendue');
  });

  test('of grace is not late yet', async () => {
    const { police } = await all.contrat('2025-03-10', 1000, 'mensuelle', AN, 5);
    const first = async (jour: Jour) => (await all.cotisations(jour, police))[0]?.statut;
    expect([await first('2025-03-09'), await first('2025-03-15'), await first('2025-03-16')]).toEqual([
      'a_venir',
      'a_venir',
      'en_retard',
    ]);
  });
});

/** The same figures from first principles: franc by franc to the oldest period. */
function model(
  termes: { date_effet: Jour; montant: number; periodicite: Periodicite; duree: Duree }[],
  payments: number[],
  jour: Jour,
) {
  const periods = termes.flatMap(({ date_effet, montant, periodicite, duree }) => {
    const { mois, nombre, date_expiration } = termeDepuis(date_effet, duree, periodicite);
    return Array.from({ length: nombre }, (_, i) => ({
      debut: mois === null ? date_effet : plusMois(date_effet, i * mois),
      fin: i + 1 === nombre || mois === null ? date_expiration : plusJours(plusMois(date_effet, (i + 1) * mois), -1),
      montant,
      paye: 0,
    }));
  });
  for (const payment of payments) {
    let left = payment;
    for (const period of periods) {
      const part = Math.min(left, period.montant - period.paye);
      period.paye += part;
      left -= part;
    }
  }
  const du = periods.filter(({ debut }) => debut <= jour).reduce((sum, { montant }) => sum + montant, 0);
  const covered = periods.filter(({ montant, paye }) => montant === paye).at(-1)?.fin ?? null;
  return { periods, du, covered };
}

test('whatever is paid, when and for how long: each franc goes to the oldest period, and the sums agree', async () => {
  const day = fc.integer({ min: 0, max: 2000 }).map((n) => plusJours('2022-01-01', n));
  const shape = fc.constantFrom<[Periodicite, Duree]>(
    ['mensuelle', AN],
    ['trimestrielle', AN],
    ['annuelle', { duree: 36, duree_unite: 'mois' }],
    ['mensuelle', PASS],
    ['unique', { duree: 1, duree_unite: 'jours' }],
    ['semestrielle', { duree: 18, duree_unite: 'mois' }],
  );
  const cases = fc.record({
    effet: day,
    first: shape,
    renewals: fc.array(fc.tuple(shape, fc.integer({ min: 100, max: 9999 })), { maxLength: 2 }),
    montant: fc.integer({ min: 100, max: 9999 }),
    payments: fc.array(fc.integer({ min: 1, max: 30_000 }), { maxLength: 8 }),
    jour: day,
  });
  await fc.assert(
    fc.asyncProperty(cases, async ({ effet, first, renewals, montant, payments, jour }) => {
      const { id, police } = await all.contrat(effet, montant, first[0], first[1]);
      const termes = [{ date_effet: effet, montant, periodicite: first[0], duree: first[1] }];
      for (const [[periodicite, duree], price] of renewals) {
        const last = termes.at(-1) as (typeof termes)[number];
        const date_effet = plusJours(termeDepuis(last.date_effet, last.duree, last.periodicite).date_expiration, 1);
        await addTerme(all.db.database, id, date_effet, price, periodicite, duree);
        termes.push({ date_effet, montant: price, periodicite, duree });
      }
      for (const payment of payments) await pay(all.db.database, id, payment);
      const expected = model(termes, payments, jour);
      const rows = await all.cotisations(jour, police);
      expect(rows.map(({ periode_debut, periode_fin, paye }) => [periode_debut, periode_fin, paye])).toEqual(
        expected.periods.map(({ debut, fin, paye }) => [debut, fin, paye]),
      );
      const total = payments.reduce((sum, payment) => sum + payment, 0);
      const asked = rows.reduce((sum, row) => sum + row.montant, 0);
      expect(rows.reduce((sum, { paye }) => sum + paye, 0)).toBe(Math.min(total, asked));
      expect(rows.every(({ paye, reste, montant: price }) => paye >= 0 && reste >= 0 && paye + reste === price)).toBe(
        true,
      );
      expect(await all.contratOf(jour, police)).toMatchObject({
        solde: total,
        du: expected.du,
        reste_a_payer: Math.max(0, expected.du - total),
        couvert_jusqu_au: expected.covered,
      });
    }),
    { numRuns: 60 },
  );
});
