import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aujourdhui, plusJours } from '../../../core/jours.ts';
import { addTerme } from '../factory.ts';
import { garantie, refusal, type SinistresTest, sinistresTest } from './sinistres.fixture.ts';

let all: SinistresTest;
beforeAll(async () => {
  all = await sinistresTest();
  await all.seuil(1_000_000_000);
});
afterAll(() => all.db.close());

const day = (n: number) => ({ date_survenance: plusJours(aujourdhui(), -n) });
const accept = (id: number) => all.act(all.people.irene, id, 'accepter');

describe('the plafond', () => {
  test('that is left for three is granted to three of twenty at once', async () => {
    const souscription = await all.contrat([garantie('soins', 35_000)]);
    const ids = [];
    for (let i = 0; i < 20; i++) ids.push(await all.evaluated(souscription, [['soins', 10_000]], undefined, day(i)));
    const outcomes = await Promise.all(ids.map((id) => refusal(accept(id))));
    expect(outcomes.filter((outcome) => outcome === undefined)).toHaveLength(3);
    for (const outcome of outcomes.filter(Boolean))
      expect(outcome).toMatchObject({ status: 409, key: 'sinistre_hors_plafond', said: { params: { reste: 5000 } } });
    const [sum] = await all.db.rows<{ somme: number }>(
      `select sum(accorde)::int as somme from sinistre_lignes where souscription_id = $1 and statut = 'accepte'`,
      [souscription],
    );
    expect(sum?.somme).toBe(30_000);
  });

  // Weak point of openIMIS: the ceiling of out-patient care was computed from the in-patient maximum.
  test('of one garantie is never that of another', async () => {
    const souscription = await all.contrat([garantie('hospitalisation', 900_000), garantie('consultation', 20_000)]);
    const { id } = await all.declare(souscription, [
      ['hospitalisation', 800_000],
      ['consultation', 50_000],
    ]);
    await all.act(all.people.irene, id, 'affecter');
    const evaluate = (a: number, b: number) =>
      all.act(all.people.irene, id, 'evaluer', {
        lignes: all.lignes([
          ['hospitalisation', a],
          ['consultation', b],
        ]),
      });
    expect(await refusal(evaluate(800_000, 20_001))).toMatchObject({
      status: 400,
      field: 'lignes.1.accorde',
      key: 'accorde_trop_haut',
    });
    expect(await evaluate(800_000, 20_000)).toMatchObject({ accorde: 820_000 });
    expect((await accept(id)).statut).toBe('accepte');
    const next = all.evaluated(souscription, [['hospitalisation', 200_000]], [['hospitalisation', 100_001]], day(1));
    expect(await refusal(next)).toMatchObject({ field: 'lignes.0.accorde' });
  });

  test('is whole again in the next term', async () => {
    const souscription = await all.contrat([garantie('soins', 10_000)], { effet: plusJours(aujourdhui(), -370) });
    await all.db.rows(`update parametres set valeur = '60' where code = 'sinistre.jours_declaration'`);
    await all.db.rows(
      `insert into paiements (numero, souscription_id, type, mode_paiement, montant, statut, paye_le)
       values ('REN', $1, 'renouvellement', 'virement', 12000, 'reussi', now() - interval '10 days')`,
      [souscription],
    );
    const [last] = await all.db.rows<{ jour: string }>(
      'select max(date_expiration)::text as jour from termes where souscription_id = $1',
      [souscription],
    );
    const end = last?.jour as string;
    await addTerme(all.db.database, souscription, plusJours(end, 1), 1000, 'mensuelle', {
      duree: 12,
      duree_unite: 'mois',
    });
    const inTerm = (jour: string) =>
      all.evaluated(souscription, [['soins', 10_000]], undefined, { date_survenance: jour });
    const [before, after] = [await inTerm(end), await inTerm(aujourdhui())];
    expect((await accept(before)).statut).toBe('accepte');
    expect((await accept(after)).statut).toBe('accepte');
    expect(await refusal(inTerm(plusJours(end, -1)))).toMatchObject({ key: 'accorde_trop_haut' });
  });

  test('that an avenant lowers leaves what was granted to be paid, and grants no more', async () => {
    const souscription = await all.contrat([garantie('soins', 50_000)]);
    const granted = await all.evaluated(souscription, [['soins', 30_000]], undefined, day(0));
    const waiting = await all.evaluated(souscription, [['soins', 20_000]], undefined, day(1));
    await accept(granted);
    await all.db.rows(
      `update souscriptions set termes = jsonb_set(termes, '{garanties,0,plafond}', '20000') where id = $1`,
      [souscription],
    );
    expect(await refusal(accept(waiting))).toMatchObject({ key: 'sinistre_hors_plafond' });
    expect((await all.act(all.people.mireille, granted, 'payer', all.cash(30_000))).statut).toBe('paye');
  });
});

test('the franchise is deducted from each event', async () => {
  const souscription = await all.contrat([garantie('soins', 50_000, { franchise: 2000 })]);
  expect(await refusal(all.evaluated(souscription, [['soins', 10_000]], [['soins', 8001]]))).toMatchObject({
    said: { key: 'invalide' },
    key: 'accorde_trop_haut',
  });
  const under = await all.declare(souscription, [['soins', 2000]], day(1));
  expect(under.alertes).toEqual(['sous_franchise']);
});

test('a garantie is granted as often in a term as it was sold', async () => {
  const souscription = await all.contrat([garantie('funerailles', 500_000, { frequence: 2 })]);
  const ids = [];
  for (let i = 0; i < 5; i++) ids.push(await all.evaluated(souscription, [['funerailles', 1000]], undefined, day(i)));
  const outcomes = await Promise.all(ids.map((id) => refusal(accept(id))));
  expect(outcomes.filter((outcome) => outcome === undefined)).toHaveLength(2);
  expect(outcomes.filter((outcome) => outcome?.key === 'sinistre_trop_frequent')).toHaveLength(3);
});

describe('the database by itself refuses', () => {
  const broken = (text: string, values: unknown[]) =>
    all.db.rows(text, values).then(
      () => undefined,
      (error) => error.constraint ?? error.code,
    );
  const accord = (accorde: unknown, paye = 0) => JSON.stringify([{ garantie: 'soins', accorde, paye, motif: null }]);
  const engage = `update sinistres set accords = $2, statut = 'accepte', evaluateur_id = $3, decideur_id = $3, decide_le = now(), seuil_approbation = 1000000 where id = $1`;

  test.each([
    ['more than the plafond', 40_000, 'sinistre_lignes_plafond'],
    ['more than was asked for', 50_001, 'sinistre_lignes_accorde_check'],
    ['less than nothing', -1, 'sinistres_decision_check'],
    // Weak point of openIMIS: amounts as floats.
    ['half a franc', 10.5, '22P02'],
  ])('to grant %s', async (_, accorde, constraint) => {
    const souscription = await all.contrat([garantie('soins', 39_999)]);
    const id = await all.evaluated(souscription, [['soins', 50_000]], [['soins', 1]]);
    expect(await broken(engage, [id, accord(accorde), all.people.irene.id])).toBe(constraint);
  });

  test('to grant on a day without cover', async () => {
    const souscription = await all.contrat([garantie('soins', 39_999)], { paiements: [[500, aujourdhui()]] });
    const id = await all.evaluated(souscription, [['soins', 1000]]);
    expect(await broken(engage, [id, accord(1000), all.people.irene.id])).toBe('sinistre_lignes_couverture');
  });

  test('to change what was granted, to pay more, to pay without a règlement, to touch a line', async () => {
    const souscription = await all.contrat([garantie('soins', 39_999)]);
    const id = await all.evaluated(souscription, [['soins', 1000]]);
    await accept(id);
    const set = 'update sinistres set accords = $2 where id = $1';
    expect(await broken(set, [id, accord(999)])).toBe('sinistres_accords_figes');
    expect(await broken(set, [id, accord(1000, 1)])).toBe('sinistres_regles');
    expect(await broken(set, [id, accord(1000, 1001)])).toMatch(/sinistres_paye_check|sinistre_lignes_paye_check/);
    expect(await broken('update sinistre_lignes set accorde = 0 where sinistre_id = $1', [id])).toBe(
      'sinistre_lignes_derivees',
    );
  });

  // Weak point of openIMIS: numbers of transactions without a unique constraint.
  test('to number two alike', async () => {
    const souscription = await all.contrat([garantie('soins', 39_999)]);
    const a = await all.declare(souscription, [['soins', 10]], day(1));
    const b = await all.declare(souscription, [['soins', 10]], day(2));
    expect(a.numero).toMatch(/^SIN-\d{4}-\d{5}$/);
    expect(await broken('update sinistres set numero = $2 where id = $1', [b.id, a.numero])).toBe(
      'sinistres_numero_unique',
    );
  });
});
