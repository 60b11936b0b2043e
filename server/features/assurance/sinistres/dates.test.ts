import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Jour } from '../../../core/jours.ts';
import { paiements } from '../paiements/resource.ts';
import { garantie, refusal, type SinistresTest, sinistresTest } from './sinistres.fixture.ts';

let all: SinistresTest;
beforeAll(async () => {
  process.env.GUICHET_AUJOURDHUI = '2025-06-15';
  all = await sinistresTest();
});
afterAll(async () => {
  delete process.env.GUICHET_AUJOURDHUI;
  await all.db.close();
});

const daysToDeclare = (jours: number) =>
  all.db.rows(
    `insert into parametres (code, valeur) values ('sinistre.jours_declaration', $1) on conflict (code) do update set valeur = $1`,
    [String(jours)],
  );

const sold = [garantie('deces', 500_000), garantie('frais', 500_000, { carence_jours: 30 })];

/** The key of the sentence with which an event of that day is refused, and at which step. */
async function outcome(souscription: number, code: string, jour: Jour): Promise<string> {
  const declared = await refusal(all.declare(souscription, [[code, 1000]], { date_survenance: jour }));
  if (declared) return `declare: ${declared.key}`;
  const [row] = await all.db.rows<{ id: number; alertes: string[] }>(
    'select id, alertes from sinistres order by id desc limit 1',
  );
  const id = row?.id as number;
  await all.act(all.people.paul, id, 'affecter', { instructeur_id: all.people.irene.id });
  await all.act(all.people.irene, id, 'evaluer', { lignes: all.lignes([[code, 1000]]) });
  const accepted = await refusal(all.act(all.people.irene, id, 'accepter'));
  // What acceptance refuses was told as a warning before.
  const warned = row?.alertes.length === 0 ? undefined : row?.alertes[0];
  expect(accepted?.key.replace(/^sinistre_(en_)?/, '')).toBe(warned);
  return accepted ? `accepter: ${accepted.key}` : 'accepte';
}

describe('a year from 29 February, paid on its first day', () => {
  test.each<[Jour, string, string]>([
    ['2024-02-28', 'deces', 'declare: survenance_avant'],
    ['2024-02-29', 'deces', 'accepte'],
    ['2024-03-29', 'frais', 'accepter: sinistre_en_carence'],
    ['2024-03-30', 'frais', 'accepte'],
    ['2024-12-31', 'deces', 'accepte'],
    ['2025-02-27', 'deces', 'accepte'],
    ['2025-02-28', 'deces', 'accepter: sinistre_non_couvert'],
  ])('%s, %s: %s', async (jour, code, expected) => {
    await daysToDeclare(3650);
    const souscription = await all.contrat(sold, { effet: '2024-02-29' });
    expect(await outcome(souscription, code, jour)).toBe(expected);
  });
});

describe('from 31 January, the second month paid on 10 March', () => {
  test.each<[Jour, string]>([
    ['2024-02-28', 'accepte'],
    ['2024-02-29', 'accepter: sinistre_non_couvert'],
    ['2024-03-09', 'accepter: sinistre_non_couvert'],
    ['2024-03-10', 'accepte'],
    ['2024-03-30', 'accepte'],
    ['2024-03-31', 'accepter: sinistre_non_couvert'],
  ])('%s: %s', async (jour, expected) => {
    await daysToDeclare(3650);
    const paiements: [number, Jour][] = [
      [1000, '2024-01-31'],
      [1000, '2024-03-10'],
    ];
    const souscription = await all.contrat(sold, { effet: '2024-01-31', paiements });
    expect(await outcome(souscription, 'deces', jour)).toBe(expected);
  });
});

describe('declared on 15 June, within 60 days', () => {
  test.each<[Jour, string]>([
    ['2025-06-16', 'declare: survenance_future'],
    ['2025-06-15', 'accepte'],
    ['2025-04-16', 'accepte'],
    ['2025-04-15', 'declare: survenance_tardive'],
  ])('%s: %s', async (jour, expected) => {
    await daysToDeclare(60);
    const souscription = await all.contrat(sold, { effet: '2025-01-01' });
    expect(await outcome(souscription, 'deces', jour)).toBe(expected);
  });

  test('what was declared in time stays in time, when the parameter changes too', async () => {
    await daysToDeclare(60);
    const souscription = await all.contrat(sold, { effet: '2025-01-01' });
    const id = await all.evaluated(souscription, [['deces', 1000]], undefined, { date_survenance: '2025-05-01' });
    await daysToDeclare(10);
    expect((await all.act(all.people.irene, id, 'accepter')).statut).toBe('accepte');
  });
});

test('acceptance and payment look at the cover as it stands then: a premium taken back covers nothing', async () => {
  await daysToDeclare(60);
  const souscription = await all.contrat(sold, { effet: '2025-06-01', paiements: [[1000, '2025-06-01']] });
  const at = (jour: Jour) => all.evaluated(souscription, [['deces', 1000]], undefined, { date_survenance: jour });
  const [pending, accepted] = [await at('2025-06-10'), await at('2025-06-11')];
  await all.act(all.people.irene, accepted, 'accepter');
  await all.db.rows(
    `insert into paiements (numero, souscription_id, type, mode_paiement, montant, statut, paye_le, corrige_id)
     select 'COR', souscription_id, 'correction', mode_paiement, -500, 'reussi', paye_le, id from paiements where souscription_id = $1`,
    [souscription],
  );
  const uncovered = { status: 409, key: 'sinistre_non_couvert' };
  expect(await refusal(all.act(all.people.irene, pending, 'accepter'))).toMatchObject(uncovered);
  expect(await refusal(all.act(all.people.mireille, accepted, 'payer', all.cash(1000)))).toMatchObject(uncovered);
});

test('a premium that is corrected takes cover off the days that it had paid for, also those before the correction', async () => {
  await daysToDeclare(60);
  const souscription = await all.contrat(sold, { effet: '2025-06-01', paiements: [[1000, '2025-06-01']] });
  const id = await all.evaluated(souscription, [['deces', 1000]], undefined, { date_survenance: '2025-06-10' });
  await all.act(all.people.irene, id, 'accepter');
  const [paid] = await all.db.rows<{ id: number }>('select id from paiements where souscription_id = $1', [
    souscription,
  ]);
  const taken = { montant: -500, motif: 'Chèque sans provision' };
  await all.db.records.act(await all.people.paul.caller(), paiements, paid?.id as number, 'corriger', taken);
  expect(await refusal(all.act(all.people.mireille, id, 'payer', all.cash(1000)))).toMatchObject({
    status: 409,
    key: 'sinistre_non_couvert',
  });
});
