import { describe, expect, test } from 'vitest';
import { Problem } from '../../api/problem.ts';
import type { ContratEnDetail, Rattrapage, Renouvellement } from '../../api/types.ts';
import { nearEnd, offresDe } from './offres.ts';
import { guessOperateur } from './operateurs.ts';
import { pauseOf } from './suivi.ts';

const periode = (reste: number) => ({ reste, periode_debut: '2026-12-01', periode_fin: '2026-12-31' });
const contrat = (...restes: number[]) =>
  ({ statut: 'activee', date_expiration: '2027-06-30', cotisations: restes.map(periode) }) as ContratEnDetail;
const stands = (etat: Rattrapage['etat'], montant = 0, reste_a_payer = 0) =>
  ({ etat, montant, reste_a_payer, couvert_jusqu_au: '2026-12-31', periodes: [] }) as unknown as Rattrapage;
const renewal = { montant: 700, date_effet: '2027-07-01', date_expiration: '2028-06-30' } as Renouvellement;
const sums = (...given: Parameters<typeof offresDe>) =>
  offresDe(...given).offres.map(({ objet, montant }) => [objet, montant]);

describe('what is offered', () => {
  test.each([
    [stands('a_jour'), [0, 500, 500], [['prochaine', 500]]],
    [stands('delai', 0, 300), [300], [['du', 300]]],
    [stands('en_retard', 500, 500), [500], [['rattrapage', 500]]],
    [
      stands('en_retard', 500, 900),
      [500, 400],
      [
        ['rattrapage', 500],
        ['du', 900],
      ],
    ],
    [stands('ouverture', 500), [], [['ouverture', 500]]],
    [stands('suspendu'), [500], []],
    [stands('termine'), [500], []],
    [stands('a_jour'), [0], []],
  ])('%j with %j', (state, restes, offered) => {
    expect(sums(contrat(...restes), state)).toEqual(offered);
  });

  test('the renewal where it is known; it alone once the contrat has ended', () => {
    expect(sums(contrat(500), stands('a_jour'), renewal)).toEqual([
      ['prochaine', 500],
      ['renouvellement', 700],
    ]);
    expect(sums(contrat(500), stands('expire'), renewal)).toEqual([['renouvellement', 700]]);
  });

  test('a renewal is asked for near the end, or when all is paid', () => {
    expect([nearEnd(contrat(5), '2027-05-01'), nearEnd(contrat(5), '2027-05-20')]).toEqual([false, true]);
    expect(nearEnd(contrat(0), '2026-12-01')).toBe(true);
  });
});

test.each([
  ['+242 06 *** ** 67', 'mtn_money'],
  ['05 500 10 02', 'airtel_money'],
  ['+237671234567', 'mtn_money'],
  ['12345678', undefined],
])('%s is most likely of %s', (telephone, operateur) => {
  expect(guessOperateur(telephone)).toBe(operateur);
});

test('a payment is asked about often, then less, and less still without network', () => {
  const asked = { error: null, dataUpdatedAt: 1000, dataUpdateCount: 1 };
  const cut = new Problem(0, 'injoignable', '');
  expect(pauseOf(asked, 1000)).toBe(2000);
  expect(pauseOf({ ...asked, dataUpdateCount: 20 }, 1000)).toBe(4000);
  expect(pauseOf({ ...asked, error: cut }, 9000)).toBe(8000);
  expect(pauseOf({ ...asked, error: cut }, 90_000)).toBe(15_000);
  expect(pauseOf({ ...asked, error: new Problem(404, 'introuvable', '') }, 1000)).toBe(false);
});
