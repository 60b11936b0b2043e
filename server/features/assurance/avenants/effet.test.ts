import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Jour, plusJours } from '../../../core/jours.ts';
import { type Duree, type Periodicite, termeDepuis } from '../echeancier.ts';
import { AN, PASS } from '../portfolio.fixture.ts';
import type { Apercu } from './apercu.ts';
import { type Maison, maison, type Reponse, type Vendu } from './maison.fixture.ts';
import { allotir, periodes } from './modele.fixture.ts';

const TODAY = '2028-02-29';
let all: Maison;
beforeAll(async () => {
  all = await maison(TODAY);
});
afterAll(() => all.close());

type Change = { montant?: number; periodicite?: Periodicite };

async function ask(id: number, change: Change) {
  const asked = await all.paul<Reponse>('POST', `/souscriptions/${id}/demander-avenant`, {
    ...change,
    motif: 'à la demande du client',
  });
  return { ...asked, avenant: asked.body.resultat?.avenant_id };
}
const approve = (avenant: number) => all.brice<Reponse & { apercu: Apercu }>('POST', `/avenants/${avenant}/approuver`);

interface Ligne {
  quittance: string;
  terme: number;
  periode_debut: Jour;
  periode_fin: Jour;
  montant: number;
  paye: number;
}
const cotisations = (police: string) =>
  all.rows<Ligne>('select * from cotisations where police = $1 order by terme, periode', [police]);
const contratOf = async (police: string) =>
  (
    await all.rows<{
      solde: number;
      du: number;
      couvert_jusqu_au: Jour | null;
      date_expiration: Jour;
      montant: number;
    }>('select * from contrats where police = $1', [police])
  )[0];
const coveredOn = async (id: number, jour: Jour) =>
  (await all.rows<{ c: boolean }>('select couverture_le($1, $2) as c', [id, jour]))[0]?.c;

describe('the change takes effect with the first period that has not begun', () => {
  test.each<[string, Jour, Duree, Change, Jour[], Jour]>([
    [
      '31 January',
      '2028-01-31',
      { duree: 4, duree_unite: 'mois' },
      { montant: 2000 },
      ['2028-03-31', '2028-04-30'],
      '2028-05-30',
    ],
    [
      'a period that begins today has begun',
      '2028-01-29',
      { duree: 4, duree_unite: 'mois' },
      { montant: 2000 },
      ['2028-03-29', '2028-04-29'],
      '2028-05-28',
    ],
    [
      'a period that begins tomorrow has not',
      '2028-02-01',
      { duree: 3, duree_unite: 'mois' },
      { montant: 2000 },
      ['2028-03-01', '2028-04-01'],
      '2028-04-30',
    ],
    [
      'from a shorter month the days count from there',
      '2027-11-30',
      { duree: 6, duree_unite: 'mois' },
      { montant: 2000 },
      ['2028-03-30', '2028-04-30'],
      '2028-05-29',
    ],
    [
      '29 February',
      '2028-02-29',
      { duree: 3, duree_unite: 'mois' },
      { montant: 2000 },
      ['2028-03-29', '2028-04-29'],
      '2028-05-28',
    ],
    ['365 days', '2028-01-15', PASS, { periodicite: 'unique' }, ['2028-03-15'], '2029-01-13'],
    [
      'to quarters',
      '2028-02-10',
      { duree: 7, duree_unite: 'mois' },
      { periodicite: 'trimestrielle' },
      ['2028-03-10', '2028-06-10'],
      '2028-09-09',
    ],
  ])('%s', async (_, date_effet, duree, change, debuts, fin) => {
    const sold: Vendu = { date_effet, montant: 1000, periodicite: 'mensuelle', ...duree };
    // The whole duration must be divisible too, for renewals: seven months are not three and three and one.
    const { id, police } = await all.contrat(sold);
    if (duree.duree === 7)
      await all.rows(`update souscriptions set termes = termes || '{"duree": 12}' where id = $1`, [id]);
    const { avenant } = await ask(id, change);
    const { status, body } = await approve(avenant);
    expect(status).toBe(200);
    const rows = (await cotisations(police)).filter(({ terme }) => terme === 1);
    expect(rows.map(({ periode_debut }) => periode_debut)).toEqual(debuts);
    expect(rows.at(-1)?.periode_fin).toBe(fin);
    expect(body.apercu.periodes).toEqual(
      rows.map(({ periode_debut, periode_fin, montant }) => ({ debut: periode_debut, fin: periode_fin, montant })),
    );
    const before = (await cotisations(police)).filter(({ terme }) => terme === 0);
    expect(before.at(-1)?.periode_fin).toBe(plusJours(debuts[0] as Jour, -1));
    expect(before.every(({ montant }) => montant === 1000)).toBe(true);
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
    ['cover has not begun', { date_effet: '2028-03-15' }, { montant: 2000 }, 409, 'ne commence que le 2028-03-15'],
    ['it has expired', { date_effet: '2026-01-01' }, { montant: 2000 }, 409, 'a expiré'],
    ['nothing was paid', { statut: 'en_attente' }, { montant: 2000 }, 409, 'attend son premier paiement'],
    ['nothing changes', {}, { montant: 1000, periodicite: 'mensuelle' }, 400, 'qui change'],
    ['less than the product asks', {}, { montant: 99 }, 400, 'entre 100'],
    ['quarters do not divide eleven months', {}, { periodicite: 'trimestrielle' }, 400, '11 mois'],
  ])('refused: %s', async (_, sold, change, status, sentence) => {
    const { id } = await all.contrat({ date_effet: '2028-02-01', montant: 1000, periodicite: 'mensuelle', ...sold });
    const refused = await ask(id, change);
    expect([refused.status, refused.text]).toEqual([status, expect.stringContaining(sentence)]);
  });

  test('refused: a renewal follows', async () => {
    const { id } = await all.contrat({ date_effet: '2027-04-01', montant: 1000, periodicite: 'mensuelle' });
    await all.rows(
      `insert into termes (souscription_id, rang, date_effet, date_expiration, montant, mois, nombre, du_avant, premiere_quittance)
       values ($1, 1, '2028-04-01', '2029-03-31', 1000, 1, 12, 12000, 50)`,
      [id],
    );
    const { status, body } = await ask(id, { montant: 2000 });
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
    const { body } = await approve((await ask(id, change)).avenant);
    const rows = await cotisations(police);
    expect(rows.map(({ quittance }) => quittance)).toEqual([100, 101, 102, ...numbers].map((n) => `Q2027${n}`));
    expect(body.apercu.quittances_annulees).toHaveLength(cancelled);
  });

  test('beyond those taken over are reserved, never twice, also by a second avenant', async () => {
    const sold: Vendu = { date_effet: '2028-01-10', montant: 3000, periodicite: 'trimestrielle' };
    const { id, police } = await all.contrat(sold);
    await all.rows('update termes set premiere_quittance = 700 where souscription_id = $1', [id]);
    await approve((await ask(id, { periodicite: 'mensuelle', montant: 1000 })).avenant);
    const first = (await cotisations(police)).map(({ quittance }) => quittance);
    expect(first.slice(0, 4)).toEqual(['Q2028700', 'Q2028701', 'Q2028702', 'Q2028703']);
    expect(first).toHaveLength(10);
    expect(new Set(first).size).toBe(10);
    const other = await all.contrat(sold);
    await approve((await ask(other.id, { periodicite: 'mensuelle', montant: 1000 })).avenant);
    const later = (await cotisations(other.police)).slice(4).map(({ quittance }) => quittance);
    expect(later.some((each) => first.includes(each))).toBe(false);
  });
});

test('days of grace are not lost at the first period of what follows', async () => {
  const sold: Vendu = { date_effet: '2028-01-10', montant: 1000, periodicite: 'mensuelle', jours_grace: 5, paye: 2000 };
  const { id } = await all.contrat(sold);
  await approve((await ask(id, { montant: 500 })).avenant);
  expect([await coveredOn(id, '2028-03-14'), await coveredOn(id, '2028-03-15')]).toEqual([true, false]);
});

test('whatever was sold, paid and changed: dues, allotment and cover are right before and after', async () => {
  const shape = fc.constantFrom<[Periodicite, Duree]>(
    ['mensuelle', AN],
    ['trimestrielle', AN],
    ['mensuelle', PASS],
    ['semestrielle', { duree: 24, duree_unite: 'mois' }],
  );
  const cases = fc.record({
    start: fc.integer({ min: 0, max: 330 }),
    sold: shape,
    montant: fc.integer({ min: 100, max: 9999 }),
    paid: fc.integer({ min: 1, max: 60_000 }),
    change: fc.record({
      montant: fc.integer({ min: 100, max: 9999 }),
      periodicite: fc.constantFrom<Periodicite>('unique', 'mensuelle', 'trimestrielle'),
    }),
  });
  let changed = 0;
  await fc.assert(
    fc.asyncProperty(cases, async ({ start, sold: [periodicite, duree], montant, paid, change }) => {
      const date_effet = plusJours(TODAY, -start);
      const { id, police } = await all.contrat({ date_effet, montant, periodicite, ...duree, paye: paid });
      const before = periodes(date_effet, duree, periodicite, montant);
      const kept = before.filter(({ debut }) => debut <= TODAY);
      const contratBefore = await contratOf(police);
      const days = [date_effet, plusJours(date_effet, 40), TODAY].filter((day) => day <= TODAY);
      const coverBefore = await Promise.all(days.map((day) => coveredOn(id, day)));
      const { status, avenant } = await ask(id, change);
      if (status !== 200) return;
      expect(await cotisations(police)).toHaveLength(before.length);
      expect((await approve(avenant)).status).toBe(200);
      changed += 1;

      const { mois } = termeDepuis(date_effet, duree, periodicite);
      const left = { duree: (before.length - kept.length) * (mois ?? 0), duree_unite: 'mois' as const };
      const next = before[kept.length]?.debut as Jour;
      const after = [...kept, ...periodes(next, left, change.periodicite, change.montant, before.at(-1)?.fin)];
      const { parts, covered } = allotir(after, paid);
      const rows = await cotisations(police);
      expect(
        rows.map(({ periode_debut, periode_fin, montant: price, paye }) => [periode_debut, periode_fin, price, paye]),
      ).toEqual(after.map(({ debut, fin, montant: price }, n) => [debut, fin, price, parts[n]]));
      const contrat = await contratOf(police);
      expect(contrat).toMatchObject({
        ...{ solde: paid, du: contratBefore?.du, couvert_jusqu_au: covered, montant: change.montant },
        date_expiration: before.at(-1)?.fin,
      });
      expect(await Promise.all(days.map((day) => coveredOn(id, day)))).toEqual(coverBefore);
    }),
    { numRuns: 60 },
  );
  expect(changed).toBeGreaterThan(20);
});
