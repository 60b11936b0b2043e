import fc from 'fast-check';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Jour } from '../../../core/jours.ts';
import { plusJours, plusMois } from '../../../core/jours.ts';
import { AN, type Portfolio, portfolio } from '../../assurance/portfolio.fixture.ts';
import type { Lecteur } from '../lecteur.ts';
import { type Rattrapage, rattrapageDe } from './rattrapage.ts';

let book: Portfolio;
beforeAll(async () => {
  book = await portfolio();
});
afterAll(() => book.db.close());

const EFFET = '2026-01-31';

interface Cas {
  jour: Jour;
  effet?: Jour;
  /** Francs, on the first day. */
  paye?: number;
  grace?: number;
  periodicite?: 'mensuelle' | 'trimestrielle' | 'unique';
  statut?: string;
  /** What else has happened, with `$1` the souscription. */
  puis?: string;
}

/** A line to the database on a day of its own, and nothing of it stays. */
async function on<T>(jour: Jour, work: (db: Lecteur, line: PoolClient) => Promise<T>): Promise<T> {
  const line = await book.db.database.connect();
  try {
    await line.query('begin');
    await line.query(`select set_config('guichet.aujourdhui', $1, true)`, [jour]);
    return await work({ query: async (text, values) => (await line.query(text, values)).rows }, line);
  } finally {
    await line.query('rollback');
    line.release();
  }
}

let made = 0;
const payer = (line: PoolClient, id: number, montant: number) =>
  line.query(
    `insert into paiements (numero, souscription_id, type, mode_paiement, montant, statut, paye_le)
     values ($1, $2, 'cotisation', 'especes', $3, 'reussi', instant_metier())`,
    [`PR-${++made}`, id, montant],
  );
const couvert = async (line: PoolClient, id: number, jour: Jour): Promise<boolean> =>
  (await line.query('select couverture_le($1, $2) as couvert', [id, jour])).rows[0].couvert;
const moveTo = (line: PoolClient, jour: Jour) =>
  line.query(`select set_config('guichet.aujourdhui', $1, true)`, [jour]);

/** 1 000 francs a period, for a year. */
async function cas<T>(
  { jour, effet = EFFET, paye = 1000, grace = 0, periodicite = 'mensuelle', statut = 'activee', puis }: Cas,
  work: (found: Rattrapage, line: PoolClient, id: number) => Promise<T>,
): Promise<T> {
  const { id, police } = await book.contrat(effet, 1000, periodicite, AN, grace);
  return on(effet, async (db, line) => {
    if (paye > 0) await payer(line, id, paye);
    await line.query('update souscriptions set statut = $2, date_effet = $3 where id = $1', [id, statut, effet]);
    await moveTo(line, jour);
    if (puis) await line.query(puis, [id]);
    return work(await rattrapageDe(db, { police, souscription_id: id }), line, id);
  });
}

const suspendre = `update souscriptions set statut = 'suspendue' where id = $1`;

describe('what it takes to be covered again', () => {
  test.each<[string, Cas, Partial<Rattrapage>]>([
    [
      'never late',
      { jour: '2026-02-15' },
      { etat: 'a_jour', montant: 0, couvert: true, couvert_jusqu_au: '2026-02-27' },
    ],
    [
      'one period late',
      { jour: '2026-03-05' },
      { etat: 'en_retard', montant: 1000, couvert: false, couvert_du: '2026-03-05', couvert_jusqu_au: '2026-03-30' },
    ],
    [
      'the day that a period begins',
      { jour: '2026-02-28' },
      { etat: 'en_retard', montant: 1000, couvert_jusqu_au: '2026-03-30' },
    ],
    [
      'partly paid',
      { jour: '2026-03-05', paye: 1700 },
      { etat: 'en_retard', montant: 300, couvert_jusqu_au: '2026-03-30' },
    ],
    [
      'two periods late',
      { jour: '2026-04-01' },
      { etat: 'en_retard', montant: 2000, couvert_du: '2026-04-01', couvert_jusqu_au: '2026-04-29' },
    ],
    [
      'within the days of grace',
      { jour: '2026-03-05', grace: 10 },
      { etat: 'delai', montant: 0, couvert: true, couvert_jusqu_au: '2026-03-09', reste_a_payer: 1000 },
    ],
    [
      'the last day of grace',
      { jour: '2026-03-09', grace: 10 },
      { etat: 'delai', montant: 0, couvert_jusqu_au: '2026-03-09' },
    ],
    [
      'the day after the days of grace',
      { jour: '2026-03-10', grace: 10 },
      { etat: 'en_retard', montant: 1000, couvert_jusqu_au: '2026-04-09' },
    ],
    [
      'two periods late, the second in its days of grace: only the first is needed',
      { jour: '2026-04-01', grace: 10 },
      {
        etat: 'en_retard',
        montant: 1000,
        couvert_du: '2026-04-01',
        couvert_jusqu_au: '2026-04-09',
        reste_a_payer: 2000,
      },
    ],
    [
      'the last period',
      { jour: '2027-01-05', paye: 11_000 },
      { etat: 'en_retard', montant: 1000, couvert_jusqu_au: '2027-01-30' },
    ],
    [
      'paid by the quarter',
      { jour: '2026-08-01', periodicite: 'trimestrielle' },
      { etat: 'en_retard', montant: 2000, couvert_jusqu_au: '2026-10-30' },
    ],
    ['a single payment', { jour: '2026-08-01', periodicite: 'unique' }, { etat: 'a_jour', montant: 0 }],
    [
      'expired, and late',
      { jour: '2027-01-31' },
      { etat: 'expire', montant: 0, couvert: false, couvert_jusqu_au: null },
    ],
    ['suspended', { jour: '2026-03-05', puis: suspendre }, { etat: 'suspendu', montant: 0, reste_a_payer: 1000 }],
    ['ended', { jour: '2026-03-05', statut: 'resiliee' }, { etat: 'termine', montant: 0 }],
    [
      'begun on a later day',
      { jour: '2026-01-20', effet: '2026-01-31' },
      { etat: 'a_venir', montant: 0, couvert_du: '2026-01-31' },
    ],
  ])('%s', async (_, given, expected) => {
    await cas(given, async (found) => expect(found).toMatchObject(expected));
  });

  test('the sum goes to the oldest periods first, and the sentence says it', async () => {
    await cas({ jour: '2026-04-01', paye: 1700 }, async ({ periodes, montant, message }) => {
      expect(periodes.map(({ periode_debut, montant }) => [periode_debut, montant])).toEqual([
        ['2026-02-28', 300],
        ['2026-03-31', 1000],
      ]);
      expect(montant).toBe(1300);
      expect(message.replace(/[\u00a0\u202f]/g, ' ')).toBe(
        'Payez 1 300 FCFA : vous serez couvert dès aujourd’hui et jusqu’au 29/04/2026.',
      );
    });
    await cas({ jour: '2026-02-15' }, async ({ message }) => expect(message).toMatch(/rien à rattraper/));
  });

  test('a suspension that is over leaves only the money to be caught up', async () => {
    const puis = `insert into interruptions (souscription_id, debut, fin) values ($1, '2026-02-10', '2026-02-20')`;
    await cas({ jour: '2026-03-05', puis }, async (found) => expect(found).toMatchObject({ montant: 1000 }));
  });
});

const some = fc.record({
  effet: fc.integer({ min: 0, max: 800 }).map((n) => plusJours('2024-01-29', n)),
  jours: fc.integer({ min: 0, max: 364 }),
  paye: fc.integer({ min: 1, max: 13_500 }),
  grace: fc.constantFrom(0, 0, 5, 30, 40),
  periodicite: fc.constantFrom('mensuelle' as const, 'trimestrielle' as const, 'unique' as const),
});

test('exactly that sum restores cover today and until the day that is said; one franc less does not', async () => {
  let late = 0;
  await fc.assert(
    fc.asyncProperty(some, async ({ jours, ...given }) => {
      const jour = plusJours(given.effet, jours);
      await cas({ ...given, jour }, async (found, line, id) => {
        const { montant, couvert_jusqu_au: last } = found;
        expect(found.couvert).toBe(montant === 0);
        if (montant === 0) return;
        late += 1;
        await line.query('savepoint avant');
        if (montant > 1) await payer(line, id, montant - 1);
        expect(await couvert(line, id, jour)).toBe(false);
        await line.query('rollback to savepoint avant');
        await payer(line, id, montant);
        expect(found.periodes.reduce((sum, each) => sum + each.montant, 0)).toBe(montant);
        for (let day = jour; day <= (last as Jour); day = plusJours(day, 1))
          expect(await couvert(line, id, day), `${day} of ${jour}–${last}`).toBe(true);
        expect(await couvert(line, id, plusJours(last as Jour, 1))).toBe(false);
      });
    }),
    { numRuns: 60 },
  );
  expect(late).toBeGreaterThan(10);
});

test.each([
  [0, '2026-03-27'],
  [10, '2026-04-06'],
  [40, '2026-04-27'],
])(
  'a contrat that has its number and waits for its first payment is opened by it (%i days of grace)',
  async (grace, au) => {
    const { id, police } = await book.contrat('2026-02-28', 1000, 'mensuelle', AN, grace);
    await on('2026-02-28', async (db, line) => {
      await line.query('delete from termes where souscription_id = $1', [id]);
      await line.query(
        `update souscriptions set statut = 'en_attente', termes = termes || '{"duree": 12, "duree_unite": "mois"}' where id = $1`,
        [id],
      );
      await moveTo(line, '2026-02-28');
      const found = await rattrapageDe(db, { police, souscription_id: id });
      const opened = { etat: 'ouverture', montant: 1000, couvert_du: '2026-02-28', couvert_jusqu_au: au };
      expect(found).toMatchObject(opened);
    });
  },
);

test('after an avenant the days of grace count from the first period of the term it began', async () => {
  const { id, police } = await book.contrat(EFFET, 1000, 'mensuelle', AN, 10);
  await on(plusMois(EFFET, 3), async (db, line) => {
    await payer(line, id, 3000);
    await line.query(`update souscriptions set statut = 'activee', date_effet = $2 where id = $1`, [id, EFFET]);
    await line.query(`update termes set nombre = 3, date_expiration = '2026-04-29' where souscription_id = $1`, [id]);
    await line.query('set constraints all immediate');
    await line.query(
      `insert into avenants (numero, souscription_id, succursale_id, nature, ancien_montant, nouveau_montant,
         ancienne_periodicite, nouvelle_periodicite, date_effet, motif, apercu, demandeur_id)
       values ('AV-1', $1, $2, 'montant', 1000, 500, 'mensuelle', 'mensuelle', '2026-04-30', 'test', '{}', $3)`,
      [id, book.people.douala, book.people.paul.id],
    );
    await line.query(
      `insert into termes (souscription_id, rang, date_effet, date_expiration, montant, mois, nombre, du_avant, premiere_quittance, avenant_id)
       select $1, 1, '2026-04-30', '2027-01-30', 500, 1, 9, 3000, 4, id from avenants where numero = 'AV-1'`,
      [id],
    );
    const contrat = { police, souscription_id: id };
    expect(await rattrapageDe(db, contrat)).toMatchObject({
      etat: 'delai',
      montant: 0,
      couvert_jusqu_au: '2026-05-09',
    });
    await moveTo(line, '2026-05-10');
    const found = await rattrapageDe(db, contrat);
    expect(found).toMatchObject({ etat: 'en_retard', montant: 500, couvert_jusqu_au: '2026-06-08' });
    await payer(line, id, 500);
    expect([await couvert(line, id, '2026-06-08'), await couvert(line, id, '2026-06-09')]).toEqual([true, false]);
  });
});
