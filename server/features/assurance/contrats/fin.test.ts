import { afterAll, beforeAll, expect, test } from 'vitest';
import { pay } from '../factory.ts';
import { AN, type Portfolio, portfolio } from '../portfolio.fixture.ts';

let all: Portfolio;
beforeAll(async () => {
  all = await portfolio();
});
afterAll(() => all.db.close());

/** Enters a state on a day. */
async function enter(jour: string, statut: string, id: number): Promise<void> {
  const line = await all.db.database.connect();
  try {
    await line.query('begin');
    await line.query(`select set_config('guichet.aujourdhui', $1, true)`, [jour]);
    await line.query('update souscriptions set statut = $2 where id = $1', [id, statut]);
    await line.query('commit');
  } finally {
    line.release();
  }
}

test('nothing falls due after the day on which a contrat was ended', async () => {
  const { id, police } = await all.contrat('2025-01-10', 1000, 'mensuelle', AN);
  await pay(all.db.database, id, 1000);
  await enter('2025-01-10', 'activee', id);
  await enter('2025-03-15', 'resiliee', id);
  for (const jour of ['2025-03-15', '2025-12-31', '2027-01-01'])
    expect(await all.contratOf(jour, police)).toMatchObject({ statut: 'resiliee', du: 3000, reste_a_payer: 2000 });
  const left = await all.cotisations('2025-12-31', police);
  expect(left.map(({ periode_debut, statut }) => [periode_debut, statut])).toEqual([
    ['2025-01-10', 'payee'],
    ['2025-02-10', 'en_retard'],
    ['2025-03-10', 'en_retard'],
  ]);
});

test('a premium that was put right downwards is asked for again, from the first day on', async () => {
  const { id, police } = await all.contrat('2025-01-10', 1000, 'mensuelle', AN);
  const first = await pay(all.db.database, id, 1000);
  await enter('2025-01-10', 'activee', id);
  await all.db.rows(
    `insert into paiements (numero, souscription_id, type, mode_paiement, montant, statut, paye_le, corrige_id)
     values ('FIN-1', $1, 'correction', 'especes', -400, 'reussi', now(), $2)`,
    [id, first],
  );
  const due = await all.db.rows(
    `select date_echeance, montant, a_payer >= 600 as du from echeances where police = $1`,
    [police],
  );
  expect(due).toEqual([{ date_echeance: '2025-01-10', montant: 1000, du: true }]);
});
