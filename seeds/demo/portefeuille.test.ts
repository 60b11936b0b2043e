import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { type TestDatabase, testDatabase } from '../../tests/database.ts';
import { seedDemo } from './index.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  const config = readConfig({ NODE_ENV: 'test', DATABASE_URL: db.url, GUICHET_SECRET: 'x'.repeat(40) });
  await seedDemo({ config, database: db.database });
});
afterAll(() => db.close());

const one = async <T extends object>(text: string, values: unknown[] = []) => (await db.rows<T>(text, values))[0] as T;

describe('the kiosk’s story (NSI-17)', () => {
  test('POL001 and the telephone of Jean Baptiste KONGO lead to two contrats and 700 000 francs', async () => {
    const contrats = await db.rows(
      `select c.police, p.nom as produit, c.solde, c.statut from contrats c join produits p on p.id = c.produit_id
       where c.client_id = (select o.client_id from contrats o join clients k on k.id = o.client_id
         where o.police = 'POL001' and k.telephone = '+242061234567') order by 1`,
    );
    expect(contrats).toEqual([
      { police: 'POL001', produit: 'Vie', solde: 400_000, statut: 'activee' },
      { police: 'POL002', produit: 'Auto', solde: 300_000, statut: 'activee' },
    ]);
  });

  test.each([
    ['POL003', 'MOUKOKO', 'Habitation'],
    ['POL004', 'NGOUABI', 'Santé'],
    ['CG-2024-VIE-001', 'TCHICAYA', 'PASS KIMIA'],
  ])('%s is of %s, %s, and active', async (police, nom, produit) => {
    const row = await one(
      `select k.nom, p.nom as produit, c.statut from contrats c join clients k on k.id = c.client_id
       join produits p on p.id = c.produit_id where c.police = $1`,
      [police],
    );
    expect(row).toEqual({ nom, produit, statut: 'activee' });
  });

  test('MAKOSSO and OKOKO are prospects without a police', async () => {
    const rows = await db.rows(
      `select from souscriptions s join clients c on c.id = s.client_id where c.nom in ('MAKOSSO', 'OKOKO') and c.notes like 'Prospect%'`,
    );
    expect(rows).toEqual([]);
  });
});

describe('the portfolio', () => {
  test('holds some hundreds of contrats in every state, over a year and a half of payments', async () => {
    const states = await db.rows<{ statut: string; n: number }>(
      `select statut, count(*)::int as n from souscriptions group by 1
       union all select 'expiree', count(*)::int from contrats where statut = 'expiree'`,
    );
    const n = new Map(states.map((row) => [row.statut, row.n]));
    for (const statut of ['en_attente', 'activee', 'suspendue', 'resiliee', 'annulee', 'rejetee', 'expiree'])
      expect(n.get(statut), statut).toBeGreaterThan(0);
    expect(n.get('activee')).toBeGreaterThan(200);
    const paid = await one<{ mois: number; modes: number }>(
      `select count(distinct to_char(paye_le, 'YYYY-MM'))::int as mois, count(distinct mode_paiement)::int as modes from paiements`,
    );
    expect(paid.mois).toBeGreaterThanOrEqual(18);
    expect(paid.modes).toBe(6);
  });

  test('has dues of every age, and contrats that end soon', async () => {
    const tranches = await db.rows<{ tranche: string }>('select distinct tranche from echeances');
    expect(tranches.map(({ tranche }) => tranche)).toEqual(
      expect.arrayContaining(['plus_de_30', 'de_16_a_30', 'de_1_a_15', 'sept_jours', 'plus_tard']),
    );
    expect(
      (await one<{ n: number }>(`select count(*)::int as n from renouvellements where tranche <> 'plus_tard'`)).n,
    ).toBeGreaterThan(0);
  });

  test('keeps the law: nothing covers unpaid, no agent on an automatic channel, balances agree', async () => {
    expect(await db.rows(`select from souscriptions where statut in ('activee', 'suspendue') and paye = 0`)).toEqual(
      [],
    );
    const apart = await db.rows(
      `select s.numero from souscriptions s
       where s.paye <> (select coalesce(sum(montant), 0) from paiements where souscription_id = s.id and statut = 'reussi')`,
    );
    expect(apart).toEqual([]);
    const cash = await db.rows(
      `select a.matricule from agents a
       where a.solde <> (select coalesce(sum(montant), 0) from ecritures where compte = 'agent' and agent_id = a.id)`,
    );
    expect(cash).toEqual([]);
  });

  test('has sinistres in every state, bénéficiaires, and nothing paid beyond what was granted', async () => {
    const states = await db.rows<{ statut: string }>('select distinct statut from sinistres');
    expect(states.map(({ statut }) => statut).sort()).toEqual([
      'a_approuver',
      'accepte',
      'declare',
      'instruction',
      'paye',
      'rejete',
    ]);
    expect(await db.rows('select from sinistres where paye > accorde or accorde > demande')).toEqual([]);
    const parts = await db.rows(
      'select from beneficiaires group by souscription_id having sum(part) <> 100 or count(*) > 6',
    );
    expect(parts).toEqual([]);
    expect((await one<{ n: number }>('select count(*)::int as n from beneficiaires')).n).toBeGreaterThan(100);
  });

  test('leaves this month’s cash with its agents, and one of them late', async () => {
    const cash = await db.rows<{ en_retard: boolean; total: number }>('select en_retard, total from encours_agents');
    expect(cash.filter(({ en_retard }) => en_retard)).toHaveLength(1);
    expect(cash.length).toBeGreaterThan(3);
    const books = await db.rows('select from ecritures group by origine, origine_id having sum(montant) <> 0');
    expect(books).toEqual([]);
  });

  test('numbers follow the days, without gap or double', async () => {
    const gaps = await db.rows(
      `select from (select numero, lag(numero) over (order by numero) as before, left(numero, 8) as year,
         lag(left(numero, 8)) over (order by numero) as year_before from paiements) x
       where year = year_before and right(numero, 6)::int <> right(before, 6)::int + 1`,
    );
    expect(gaps).toEqual([]);
    const back = await db.rows(
      `select from (select paye_le < lag(paye_le) over (order by numero) as back from paiements) x where back`,
    );
    expect(back).toEqual([]);
  });
});
