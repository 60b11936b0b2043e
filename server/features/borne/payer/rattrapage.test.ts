import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cas, openLivre } from './rattrapage.fixture.ts';
import type { Rattrapage } from './rattrapage.ts';

let livre: Awaited<ReturnType<typeof openLivre>>;
beforeAll(async () => {
  livre = await openLivre();
});
afterAll(() => livre.close());

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
    await livre.cas(given, async (found) => expect(found).toMatchObject(expected));
  });

  test('the sum goes to the oldest periods first, and the sentence says it', async () => {
    await livre.cas({ jour: '2026-04-01', paye: 1700 }, async ({ periodes, montant, message }) => {
      expect(periodes.map(({ periode_debut, montant }) => [periode_debut, montant])).toEqual([
        ['2026-02-28', 300],
        ['2026-03-31', 1000],
      ]);
      expect(montant).toBe(1300);
      expect(message.replace(/[\u00a0\u202f]/g, ' ')).toBe(
        'Payez 1 300 FCFA : vous serez couvert dès aujourd’hui et jusqu’au 29/04/2026.',
      );
    });
    await livre.cas({ jour: '2026-02-15' }, async ({ message }) => expect(message).toMatch(/rien à rattraper/));
  });

  test('a suspension that is over leaves only the money to be caught up', async () => {
    const puis = `insert into interruptions (souscription_id, debut, fin) values ($1, '2026-02-10', '2026-02-20')`;
    await livre.cas({ jour: '2026-03-05', puis }, async (found) => expect(found).toMatchObject({ montant: 1000 }));
  });
});
