import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromDatabase } from '../../core/records/database-errors.ts';
import { addTerme, pay } from './factory.ts';
import { AN, type Portfolio, portfolio } from './portfolio.fixture.ts';

let all: Portfolio;
beforeAll(async () => {
  all = await portfolio();
});
afterAll(() => all.db.close());

describe('the database refuses', () => {
  const broken = (text: string, values: unknown[]) =>
    all.db.rows(text, values).then(
      () => undefined,
      (error) => error.constraint,
    );

  test('cover without payment (art. 13)', async () => {
    const { id } = await all.contrat('2025-01-01', 1000, 'mensuelle', AN);
    expect(await broken(`update souscriptions set statut = 'activee' where id = $1`, [id])).toBe(
      'souscriptions_art_13_check',
    );
    await pay(all.db.database, id, 1);
    expect(await broken(`update souscriptions set statut = 'activee' where id = $1`, [id])).toBeUndefined();
  });

  test('an agent on an automatic channel', async () => {
    const { id } = await all.contrat('2025-01-01', 1000, 'mensuelle', AN);
    const [agent] = await all.db.rows<{ id: number }>(
      `insert into agents (matricule, nom, telephone, succursale_id) values ('A1', 'A', '+242055550001', $1) returning id`,
      [all.people.douala],
    );
    expect(await broken(`update souscriptions set agent_id = $2, canal = 'ussd' where id = $1`, [id, agent?.id])).toBe(
      'souscriptions_agent_id_check',
    );
  });

  test('to change or delete a payment that has ended; a correction is another row', async () => {
    const { id, police } = await all.contrat('2025-01-01', 1000, 'mensuelle', AN);
    const payment = await pay(all.db.database, id, 3000);
    for (const text of [
      `update paiements set statut = 'annule', paye_le = null where id = $1`,
      'update paiements set montant = 1 where id = $1',
      'delete from paiements where id = $1',
    ]) {
      expect(await broken(text, [payment])).toBe('paiements_figes');
    }
    await all.db.rows(
      `insert into paiements (numero, souscription_id, type, mode_paiement, montant, statut, paye_le, corrige_id) values ('C1', $1, 'correction', 'especes', -2000, 'reussi', now(), $2)`,
      [id, payment],
    );
    expect(await all.contratOf('2025-01-01', police)).toMatchObject({ solde: 1000, couvert_jusqu_au: '2025-01-31' });
  });

  test('two terms of one souscription on the same day, and says so to people', async () => {
    const { id } = await all.contrat('2025-01-01', 1000, 'mensuelle', AN);
    const twice = addTerme(all.db.database, id, '2025-12-31', 1000, 'mensuelle', AN);
    const error = await twice.catch((raised) => raised);
    expect(error).toMatchObject({ constraint: 'termes_suite_exclusion' });
    expect(fromDatabase(error)).toMatchObject({ status: 409, said: { key: 'contrainte.termes_suite_exclusion' } });
  });

  test('a correction of more than was paid, of another correction, or of another souscription’s payment', async () => {
    const { id } = await all.contrat('2025-01-01', 1000, 'mensuelle', AN);
    const other = await all.contrat('2025-01-01', 1000, 'mensuelle', AN);
    const payment = await pay(all.db.database, id, 3000);
    await pay(all.db.database, other.id, 3000);
    let made = 0;
    const correct = (souscription: number, montant: number, corrige: number) => {
      made += 1;
      const text = `insert into paiements (numero, souscription_id, type, mode_paiement, montant, statut, paye_le, corrige_id)
        values ($1, $2, 'correction', 'especes', $3, 'reussi', now(), $4)`;
      return broken(text, [`CORR${made}`, souscription, montant, corrige]);
    };
    expect(await correct(id, -3001, payment)).toBe('paiements_corriges');
    expect(await correct(other.id, -1000, payment)).toBe('paiements_corriges');
    expect(await correct(id, -2000, payment)).toBeUndefined();
    expect(await correct(id, -1001, payment)).toBe('paiements_corriges');
    const [first] = await all.db.rows<{ id: number }>('select id from paiements where corrige_id = $1', [payment]);
    expect(await correct(id, 500, first?.id as number)).toBe('paiements_corriges');
  });

  test('to take up again what has ended, and another number for a police', async () => {
    const { id } = await all.contrat('2025-01-01', 1000, 'mensuelle', AN);
    await pay(all.db.database, id, 1000);
    await all.db.rows(`update souscriptions set statut = 'resiliee' where id = $1`, [id]);
    for (const statut of ['activee', 'suspendue', 'en_attente'])
      expect(await broken('update souscriptions set statut = $2 where id = $1', [id, statut])).toBe(
        'souscriptions_terminees',
      );
    for (const text of [
      `update numeros_police set numero = 'AUTRE' where souscription_id = $1`,
      'delete from numeros_police where souscription_id = $1',
    ])
      expect(await broken(text, [id])).toBe('numeros_police_figes');
  });
});

test('fifty payments at once are all in the balance', async () => {
  const { id, police } = await all.contrat('2025-01-01', 1000, 'mensuelle', AN);
  await Promise.all(Array.from({ length: 50 }, (_, i) => pay(all.db.database, id, i + 1)));
  expect((await all.contratOf('2025-01-01', police)).solde).toBe(1275);
});

test('one police is read by index alone, however many others there are', async () => {
  await all.db.rows(
    `insert into produits (code, nom, branche, montant_min, montant_max, periodicites, duree, duree_unite) values ('MASSE', 'MASSE', 'VIE', 1, 9, '["mensuelle"]', 12, 'mois')`,
  );
  await all.db.rows(
    `insert into souscriptions (id, numero, client_id, produit_id, succursale_id, canal, montant, periodicite, termes)
     select 100000 + i, 'M' || i, $1, (select id from produits where code = 'MASSE'), $2, 'ussd', 500, 'mensuelle', '{}' from generate_series(1, 20000) i`,
    [all.client, all.people.douala],
  );
  await all.db.rows(
    `insert into termes (souscription_id, rang, date_effet, date_expiration, montant, mois, nombre, du_avant, premiere_quittance)
     select id, 0, '2025-01-01', '2025-12-31', 500, 1, 12, 0, 1 from souscriptions where id > 100000`,
  );
  await all.db.rows(
    `insert into numeros_police (numero, souscription_id, mode_attribution) select 'MASSE-' || id, id, 'automatique' from souscriptions where id > 100000`,
  );
  await all.db.rows('analyze souscriptions, termes, numeros_police');
  for (const view of ['cotisations', 'contrats']) {
    const plan = await all.db.rows<{ 'QUERY PLAN': string }>(
      `explain select * from ${view} where police = 'MASSE-110000'`,
    );
    const text = plan.map((line) => line['QUERY PLAN']).join('\n');
    expect(text, view).not.toMatch(/Seq Scan/);
  }
});
