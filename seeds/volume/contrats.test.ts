import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemCaller } from '../../server/core/jobs/system.ts';
import { verifierSoldes } from '../../server/features/assurance/reversements/anomalies/verification.ts';
import { type TestDatabase, testDatabase } from '../../tests/database.ts';
import { seedVolume } from './index.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const shape = () =>
  db.rows(`select indexdef as text from pg_indexes where schemaname = 'public'
    union all select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
    where connamespace = 'public'::regnamespace order by 1`);
const one = async <T extends object>(text: string) => (await db.rows<T>(text))[0] as T;
const clean = { ouvertes: [], nouvelles: 0, resolues: 0 };

test('three thousand contrats come with their clients, and every index is there again', async () => {
  const before = await shape();
  expect(await seedVolume(db.source, { contrats: 3000 })).toMatchObject({ clients: 2000, contrats: 3000 });
  expect(await shape()).toEqual(before);
  expect(
    await one(`select count(*) as contrats, count(distinct client_id) as clients, count(distinct succursale_id) as succursales,
      count(distinct statut) as statuts from contrats`),
  ).toEqual({ contrats: 3000, clients: 2000, succursales: 5, statuts: 5 });
});

test('the nightly check finds that every balance is the sum of what stands behind it', async () => {
  expect(await verifierSoldes(db.database, systemCaller)).toEqual(clean);
  const { solde } = await one<{ solde: number }>('select sum(solde)::bigint as solde from agents');
  expect(solde).toBeGreaterThan(0);
});

test('what was written past the triggers is what they write', async () => {
  const line = await db.database.connect();
  const books = (from: string) => `
    select p.n, e.compte, e.agent_id, e.succursale_id, e.montant, d.montant as detenu, d.jour, c.agent_id as gagne_par,
      c.taux, c.montant as commission, c.statut = 'en_attente' as attend, s.paye, s.couvert_jusqu_au, s.expire_le
    from ${from} p (id, n, souscription_id) join souscriptions s on s.id = p.souscription_id
    join ecritures e on e.origine = 'paiement' and e.origine_id = p.id
    left join especes_detenues d on d.paiement_id = p.id left join commissions c on c.paiement_id = p.id
    order by p.n, e.compte`;
  try {
    await line.query('begin');
    await line.query(`
      create temporary table memes as
        select id, id as n, souscription_id from paiements where souscription_id in (select id from souscriptions where statut <> 'en_attente' and id % 7 = 0);
      create temporary table copies as
        select s.*, 1000000 + s.id as autre from souscriptions s where s.id in (select souscription_id from memes);
      insert into souscriptions (id, numero, client_id, produit_id, succursale_id, agent_id, canal, montant, periodicite, termes)
        select autre, 'X' || id, client_id, produit_id, succursale_id, agent_id, canal, montant, periodicite, termes from copies;
      insert into termes (souscription_id, rang, date_effet, date_expiration, montant, mois, nombre, du_avant, premiere_quittance)
        select autre, t.rang, t.date_effet, t.date_expiration, t.montant, t.mois, t.nombre, t.du_avant, t.premiere_quittance
        from copies join termes t on t.souscription_id = copies.id;
      insert into paiements (id, numero, souscription_id, type, mode_paiement, montant, statut, telephone_payeur, agent_id, paye_le)
        select 1000000 + id, 'X' || numero, 1000000 + souscription_id, type, mode_paiement, montant, statut, telephone_payeur, agent_id, paye_le
        from paiements where id in (select id from memes) order by id;`);
    const loaded = (await line.query(books('memes'))).rows;
    const kept = (await line.query(books('(select 1000000 + id, n, 1000000 + souscription_id from memes)'))).rows;
    expect(loaded.length).toBeGreaterThan(1000);
    expect(loaded).toEqual(kept);
  } finally {
    await line.query('rollback');
    line.release();
  }
});

test('a portfolio that one believes: payments, ages, numbers', async () => {
  const facts = await one<Record<string, number>>(`select
    (select count(*) from paiements)::float8 / 3000 as paiements,
    (select count(*) from contrats where statut = 'activee' and couvert_jusqu_au >= date_metier())::float8 / 3000 as couverts,
    (select count(*) from echeances where jours_retard > 0)::float8 / 3000 as retards,
    (select count(*) from renouvellements where tranche = 'expiree')::float8 / 3000 as expires`);
  expect(facts.paiements).toBeGreaterThan(2.4);
  expect(facts.paiements).toBeLessThan(3.2);
  for (const part of [facts.couverts, facts.retards, facts.expires]) {
    expect(part).toBeGreaterThan(0.05);
    expect(part).toBeLessThan(0.7);
  }
  expect(
    await one(`select (select count(*) from paiements where paye_le > now()) as futurs,
      (select count(*) from souscriptions where date_effet < date_metier() - 730) as anciens,
      (select count(*) from contrats where police !~ '^CG-20[0-9]{2}-[A-Z]{3}-[0-9]{3,}$') as autres,
      (select max(somme) <= 60000 from (select sum(montant) as somme from especes_detenues group by paiement_id) x) as sous_plafond`),
  ).toEqual({ futurs: 0, anciens: 0, autres: 0, sous_plafond: true });
});

test('a second run adds what is missing, with numbers that follow, and the books still agree', async () => {
  expect(await seedVolume(db.source, { contrats: 3600 })).toMatchObject({ clients: 400, contrats: 600 });
  expect(await seedVolume(db.source, { contrats: 3600 })).toMatchObject({ clients: 0, contrats: 0 });
  expect(await one('select count(*) as n, count(distinct police) as polices from contrats')).toEqual({
    n: 3600,
    polices: 3600,
  });
  const doubles = `select from cotisations group by quittance having count(*) > 1`;
  expect(await db.rows(doubles)).toEqual([]);
  expect(await verifierSoldes(db.database, systemCaller)).toEqual(clean);
});
