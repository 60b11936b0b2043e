import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Jour, plusJours, plusMois } from '../../../core/jours.ts';
import { AN } from '../../assurance/portfolio.fixture.ts';
import { EFFET, openLivre } from './rattrapage.fixture.ts';
import { rattrapageDe } from './rattrapage.ts';

let livre: Awaited<ReturnType<typeof openLivre>>;
beforeAll(async () => {
  livre = await openLivre();
});
afterAll(() => livre.close());

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
      await livre.cas({ ...given, jour }, async (found, line, id) => {
        const { montant, couvert_jusqu_au: last } = found;
        expect(found.couvert).toBe(montant === 0);
        if (montant === 0) return;
        late += 1;
        await line.query('savepoint avant');
        if (montant > 1) await livre.payer(line, id, montant - 1);
        expect(await livre.couvert(line, id, jour)).toBe(false);
        await line.query('rollback to savepoint avant');
        await livre.payer(line, id, montant);
        expect(found.periodes.reduce((sum, each) => sum + each.montant, 0)).toBe(montant);
        for (let day = jour; day <= (last as Jour); day = plusJours(day, 1))
          expect(await livre.couvert(line, id, day), `${day} of ${jour}–${last}`).toBe(true);
        expect(await livre.couvert(line, id, plusJours(last as Jour, 1))).toBe(false);
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
    const { id, police } = await livre.book.contrat('2026-02-28', 1000, 'mensuelle', AN, grace);
    await livre.on('2026-02-28', async (db, line) => {
      await line.query('delete from termes where souscription_id = $1', [id]);
      await line.query(
        `update souscriptions set statut = 'en_attente', termes = termes || '{"duree": 12, "duree_unite": "mois"}' where id = $1`,
        [id],
      );
      await livre.moveTo(line, '2026-02-28');
      const found = await rattrapageDe(db, { police, souscription_id: id });
      const opened = { etat: 'ouverture', montant: 1000, couvert_du: '2026-02-28', couvert_jusqu_au: au };
      expect(found).toMatchObject(opened);
    });
  },
);

test('after an avenant the days of grace count from the first period of the term it began', async () => {
  const { id, police } = await livre.book.contrat(EFFET, 1000, 'mensuelle', AN, 10);
  await livre.on(plusMois(EFFET, 3), async (db, line) => {
    await livre.payer(line, id, 3000);
    await line.query(`update souscriptions set statut = 'activee', date_effet = $2 where id = $1`, [id, EFFET]);
    await line.query(`update termes set nombre = 3, date_expiration = '2026-04-29' where souscription_id = $1`, [id]);
    await line.query('set constraints all immediate');
    await line.query(
      `insert into avenants (numero, souscription_id, succursale_id, nature, ancien_montant, nouveau_montant,
         ancienne_periodicite, nouvelle_periodicite, date_effet, motif, apercu, demandeur_id)
       values ('AV-1', $1, $2, 'montant', 1000, 500, 'mensuelle', 'mensuelle', '2026-04-30', 'test', '{}', $3)`,
      [id, livre.book.people.douala, livre.book.people.paul.id],
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
    await livre.moveTo(line, '2026-05-10');
    const found = await rattrapageDe(db, contrat);
    expect(found).toMatchObject({ etat: 'en_retard', montant: 500, couvert_jusqu_au: '2026-06-08' });
    await livre.payer(line, id, 500);
    expect([await livre.couvert(line, id, '2026-06-08'), await livre.couvert(line, id, '2026-06-09')]).toEqual([
      true,
      false,
    ]);
  });
});
