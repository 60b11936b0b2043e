import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Jour, plusJours } from '../../../core/jours.ts';
import type { Duree } from '../echeancier.ts';
import { AN, PASS } from '../portfolio.fixture.ts';
import { type Avenants, avenantsLe, type Change } from './avenants.fixture.ts';
import type { Vendu } from './maison.fixture.ts';

let all: Avenants;
beforeAll(async () => {
  all = await avenantsLe('2028-02-15');
});
afterAll(() => all.close());

const AN_COURT: Duree = { duree: 4, duree_unite: 'mois' };
const SIX: Duree = { duree: 6, duree_unite: 'mois' };
const CINQ_ANS: Duree = { duree: 60, duree_unite: 'mois' };
const PLUS: Change = { montant: 2000 };

describe('the change takes effect with the first period that has not begun', () => {
  test.each<[string, Jour, Duree, Change, Jour[], Jour]>([
    [
      '31 January, 29 February, 31 March',
      '2028-01-31',
      AN_COURT,
      PLUS,
      ['2028-02-29', '2028-03-31', '2028-04-30'],
      '2028-05-30',
    ],
    ['from the 30th too', '2027-11-30', SIX, PLUS, ['2028-02-29', '2028-03-30', '2028-04-30'], '2028-05-29'],
    ['a period that begins today has begun', '2028-01-15', AN_COURT, PLUS, ['2028-03-15', '2028-04-15'], '2028-05-14'],
    [
      'a period that begins tomorrow has not',
      '2028-01-16',
      AN_COURT,
      PLUS,
      ['2028-02-16', '2028-03-16', '2028-04-16'],
      '2028-05-15',
    ],
    [
      '29 February of the year before next',
      '2024-02-29',
      CINQ_ANS,
      { periodicite: 'annuelle' },
      ['2028-02-29'],
      '2029-02-27',
    ],
    ['365 days', '2028-01-20', PASS, { periodicite: 'unique' }, ['2028-02-20'], '2029-01-18'],
    [
      'to quarters',
      '2027-11-30',
      AN,
      { periodicite: 'trimestrielle' },
      ['2028-02-29', '2028-05-30', '2028-08-30'],
      '2028-11-29',
    ],
    ['the last period', '2027-03-20', AN, PLUS, ['2028-02-20'], '2028-03-19'],
  ])('%s', async (_, date_effet, duree, change, debuts, fin) => {
    const { id, police } = await all.contrat({ date_effet, montant: 1000, periodicite: 'mensuelle', ...duree });
    const { status, body } = await all.approve((await all.ask(id, change)).avenant);
    expect([status, body.statut]).toEqual([200, 'approuve']);
    const rows = await all.cotisations(police);
    const after = rows.filter(({ terme }) => terme > 0);
    expect(after.map(({ periode_debut }) => periode_debut)).toEqual(debuts);
    for (const [i, { periode_fin }] of rows.slice(0, -1).entries())
      expect(plusJours(periode_fin, 1)).toBe(rows[i + 1]?.periode_debut);
    expect(rows.at(-1)?.periode_fin).toBe(fin);
    expect(rows.filter(({ terme }) => terme === 0).every(({ montant }) => montant === 1000)).toBe(true);
    expect(body.apercu.periodes).toEqual(
      after.map(({ periode_debut, periode_fin, montant }) => ({ debut: periode_debut, fin: periode_fin, montant })),
    );
  });

  test.each<[string, Partial<Vendu>, Change, number, string]>([
    ['the last period has begun', { duree: 1 }, { montant: 2000 }, 409, 'La dernière période a commencé'],
    [
      'a single payment has but one',
      { periodicite: 'unique' },
      { montant: 2000 },
      409,
      'La dernière période a commencé',
    ],
    ['cover has not begun', { date_effet: '2028-03-15' }, { montant: 2000 }, 409, 'ne commence que le 15/03/2028'],
    ['it has expired', { date_effet: '2026-01-01' }, { montant: 2000 }, 409, 'a expiré'],
    ['nothing was paid', { statut: 'en_attente' }, { montant: 2000 }, 409, 'attend son premier paiement'],
    ['nothing changes', {}, { montant: 1000, periodicite: 'mensuelle' }, 400, 'qui change'],
    ['less than the product asks', {}, { montant: 99 }, 400, 'entre 100'],
    ['quarters do not divide eleven months', {}, { periodicite: 'trimestrielle' }, 400, '11 mois'],
  ])('refused: %s', async (_, sold, change, status, sentence) => {
    const { id } = await all.contrat({ date_effet: '2028-02-01', montant: 1000, periodicite: 'mensuelle', ...sold });
    const refused = await all.ask(id, change);
    expect([refused.status, refused.text]).toEqual([status, expect.stringContaining(sentence)]);
  });

  test('refused: a renewal follows', async () => {
    const { id } = await all.contrat({ date_effet: '2027-04-01', montant: 1000, periodicite: 'mensuelle' });
    await all.rows(
      `insert into termes (souscription_id, rang, date_effet, date_expiration, montant, mois, nombre, du_avant, premiere_quittance)
       values ($1, 1, '2028-04-01', '2029-03-31', 1000, 1, 12, 12000, 50)`,
      [id],
    );
    const { status, body } = await all.ask(id, { montant: 2000 });
    expect([status, body.message]).toEqual([409, expect.stringContaining('Un renouvellement suit déjà')]);
  });
});

describe('quittances', () => {
  test.each<[string, Change, (number | 'new')[], number]>([
    ['are taken over one by one', { montant: 2000 }, [103, 104, 105, 106, 107, 108, 109, 110, 111], 0],
    ['reach further than fewer periods', { periodicite: 'trimestrielle' }, [103, 104, 105], 6],
  ])('%s', async (_, change, numbers, cancelled) => {
    const { id, police } = await all.contrat({ date_effet: '2027-12-15', montant: 1000, periodicite: 'mensuelle' });
    await all.rows('update termes set premiere_quittance = 100 where souscription_id = $1', [id]);
    const { body } = await all.approve((await all.ask(id, change)).avenant);
    const rows = await all.cotisations(police);
    expect(rows.map(({ quittance }) => quittance)).toEqual([100, 101, 102, ...numbers].map((n) => `Q2027${n}`));
    expect(body.apercu.quittances_annulees).toHaveLength(cancelled);
  });

  test('beyond those taken over are reserved, never twice, also by a second avenant', async () => {
    const sold: Vendu = { date_effet: '2028-01-10', montant: 3000, periodicite: 'trimestrielle' };
    const { id, police } = await all.contrat(sold);
    await all.rows('update termes set premiere_quittance = 700 where souscription_id = $1', [id]);
    await all.approve((await all.ask(id, { periodicite: 'mensuelle', montant: 1000 })).avenant);
    const first = (await all.cotisations(police)).map(({ quittance }) => quittance);
    expect(first.slice(0, 4)).toEqual(['Q2028700', 'Q2028701', 'Q2028702', 'Q2028703']);
    expect(first).toHaveLength(10);
    expect(new Set(first).size).toBe(10);
    const other = await all.contrat(sold);
    await all.approve((await all.ask(other.id, { periodicite: 'mensuelle', montant: 1000 })).avenant);
    const later = (await all.cotisations(other.police)).slice(4).map(({ quittance }) => quittance);
    expect(later.some((each) => first.includes(each))).toBe(false);
  });
});
