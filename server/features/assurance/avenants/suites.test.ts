import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Avenants, avenantsLe } from './avenants.fixture.ts';

let all: Avenants;
beforeAll(async () => {
  all = await avenantsLe('2028-02-15');
});
afterAll(() => all.close());

/** Two periods paid of a contrat that began on 10 January; from 10 March on it costs twice as much. */
async function doubled() {
  const sold = { date_effet: '2028-01-10', montant: 1000, periodicite: 'mensuelle', paye: 2000 } as const;
  const { id, police } = await all.contrat(sold);
  expect((await all.approve((await all.ask(id, { montant: 2000 })).avenant)).status).toBe(200);
  return { id, police };
}

test('what falls due next is asked for at its own amount, and what was paid of it counts', async () => {
  const { id, police } = await doubled();
  const due = () => all.rows(`select date_echeance, montant, a_payer from echeances where police = $1`, [police]);
  expect(await due()).toEqual([{ date_echeance: '2028-03-10', montant: 2000, a_payer: 2000 }]);
  await all.rows(
    `insert into paiements (numero, souscription_id, type, mode_paiement, montant, statut, paye_le)
     values ('SUITE', $1, 'cotisation', 'virement', 500, 'reussi', now())`,
    [id],
  );
  expect(await due()).toEqual([{ date_echeance: '2028-03-10', montant: 2000, a_payer: 1500 }]);
});

test('a plafond is there once for the whole term, whatever an avenant has split it into', async () => {
  const { id } = await doubled();
  await all.rows(
    `update souscriptions set termes = jsonb_set(termes, '{garanties}', '[{"code":"soins","libelle":"Soins","plafond":1000}]') where id = $1`,
    [id],
  );
  const rows = await all.rows<{ terme: number; rang: number }>(
    `select g.terme, t.rang from (values ('2028-02-01'::date), ('2028-06-01')) d (jour)
     cross join lateral garantie_le($1, 'soins', d.jour, null) g
     join termes t on t.souscription_id = $1 and d.jour between t.date_effet and t.date_expiration order by d.jour`,
    [id],
  );
  expect(rows.map(({ rang }) => rang)).not.toEqual([0, 0]);
  expect(rows.map(({ terme }) => terme)).toEqual([0, 0]);
});

test('past its end a contrat takes what is still owed, and nothing that would cover nothing', async () => {
  const sold = { date_effet: '2027-01-10', montant: 1000, periodicite: 'mensuelle', paye: 11_500 } as const;
  const { id } = await all.contrat(sold);
  const pay = (montant: number) =>
    all.mireille<{ errors?: Record<string, string[]> }>('POST', `/souscriptions/${id}/encaisser`, {
      montant,
      mode_paiement: 'virement',
    });
  expect(await pay(501)).toMatchObject({
    status: 400,
    body: { errors: { montant: [expect.stringContaining('500')] } },
  });
  expect((await pay(500)).status).toBe(200);
  expect((await pay(1)).status).toBe(400);
});
