import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { garantie, refusal, type SinistresTest, sinistresTest } from '../sinistres.fixture.ts';
import { reglements } from './resource.ts';

let all: SinistresTest;
beforeAll(async () => {
  all = await sinistresTest();
  await all.seuil(1_000_000_000);
});
afterAll(() => all.db.close());

/** Accepted: 30 000 francs for soins, 20 000 for transport. */
async function accepted(): Promise<number> {
  const souscription = await all.contrat([garantie('soins', 100_000), garantie('transport', 100_000)]);
  const id = await all.evaluated(souscription, [
    ['soins', 30_000],
    ['transport', 20_000],
  ]);
  await all.act(all.people.irene, id, 'accepter');
  return id;
}

const pay = (id: number, montant: number, more: object = {}) =>
  all.act(all.people.mireille, id, 'payer', { ...all.cash(montant), ...more });

const entries = (sinistre: number) =>
  all.db.rows<{ compte: string; montant: number }>(
    `select compte, sum(e.montant)::int as montant from ecritures e join reglements r on e.origine = 'reglement' and e.origine_id = r.id
     where r.sinistre_id = $1 group by compte order by compte`,
    [sinistre],
  );

describe('a payment', () => {
  test('of a part goes to the lines in their order; the last franc settles it', async () => {
    const id = await accepted();
    const first = await pay(id, 35_000);
    expect(first).toMatchObject({ statut: 'accepte', paye: 35_000, paye_le: null });
    expect(first.accords.map(({ paye }) => paye)).toEqual([30_000, 5000]);
    expect(first.resultat?.reglement).toMatch(/^REG-\d{4}-\d{6}$/);
    expect(await refusal(pay(id, 15_001))).toMatchObject({ status: 400, field: 'montant', key: 'reglement_trop_haut' });
    const last = await pay(id, 15_000);
    expect(last).toMatchObject({ statut: 'paye', paye: 50_000 });
    expect(last.paye_le).toBeTruthy();
  });

  test.each([
    ['especes', {}, 'caisse'],
    ['mtn_money', { telephone: '06 123 45 67' }, 'mtn'],
    ['airtel_money', { telephone: '05 512 34 56' }, 'airtel'],
    ['virement', { reference: 'VIR-1' }, 'banque'],
    ['cheque', { reference: '0001234' }, 'banque'],
  ])('by %s is posted in the books', async (mode_paiement, more, compte) => {
    const id = await accepted();
    await pay(id, 12_000, { mode_paiement, ...more });
    expect(await entries(id)).toEqual([
      { compte, montant: -12_000 },
      { compte: 'sinistres', montant: 12_000 },
    ]);
  });

  test.each([
    [{ mode_paiement: 'mtn_money' }, 'telephone'],
    [{ mode_paiement: 'virement' }, 'reference'],
    [{ mode_paiement: 'cheque' }, 'reference'],
    [{ mode_paiement: 'carte' }, 'mode_paiement'],
    [{ montant: 0 }, 'montant'],
    [{ montant: 10.5 }, 'montant'],
    [{ beneficiaire: ' ' }, 'beneficiaire'],
    [{ mode_paiement: 'mtn_money', telephone: '12' }, 'telephone'],
  ])('with %j is refused by the name of the field', async (change, field) => {
    expect(await refusal(pay(await accepted(), 1000, change))).toMatchObject({ status: 400, field });
  });

  test('of twenty at once, as many pass as there is money granted', async () => {
    const id = await accepted();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => refusal(pay(id, 12_000))));
    expect(outcomes.filter((outcome) => outcome === undefined)).toHaveLength(4);
    expect(await entries(id)).toContainEqual({ compte: 'sinistres', montant: 48_000 });
  });

  test('with the number of a transfer that has paid it already is refused', async () => {
    const id = await accepted();
    await pay(id, 1000, { mode_paiement: 'virement', reference: 'VIR-9' });
    expect(await refusal(pay(id, 1000, { mode_paiement: 'virement', reference: 'VIR-9' }))).toMatchObject({
      status: 409,
    });
  });
});

describe('a payment that came back', () => {
  const takeBack = async (numero: string | undefined) => {
    const [row] = await all.db.rows<{ id: number }>('select id from reglements where numero = $1', [numero]);
    const mireille = await all.people.mireille.caller();
    return all.db.records.act(mireille, reglements, row?.id as number, 'contrepasser', { motif: 'Virement retourné' });
  };

  test('is taken back by a second row, and the sum is due again', async () => {
    const id = await accepted();
    await pay(id, 35_000);
    const last = await pay(id, 15_000, { mode_paiement: 'virement', reference: 'VIR-2' });
    expect((await takeBack(last.resultat?.reglement)).statut).toBe('contrepasse');
    const [row] = await all.db.rows<{ statut: string; paye: number }>(
      'select statut, paye from sinistres where id = $1',
      [id],
    );
    expect(row).toEqual({ statut: 'accepte', paye: 35_000 });
    expect(await entries(id)).toEqual([
      { compte: 'banque', montant: 0 },
      { compte: 'caisse', montant: -35_000 },
      { compte: 'sinistres', montant: 35_000 },
    ]);
    expect(await refusal(takeBack(last.resultat?.reglement))).toMatchObject({ key: 'reglement_contrepasse' });
    expect((await pay(id, 15_000, { mode_paiement: 'virement', reference: 'VIR-2' })).statut).toBe('paye');
  });

  test('is never changed or deleted by hand', async () => {
    const id = await accepted();
    await pay(id, 1000);
    for (const text of [
      'update reglements set montant = 1 where sinistre_id = $1',
      'delete from reglements where sinistre_id = $1',
    ])
      await expect(all.db.rows(text, [id])).rejects.toMatchObject({ constraint: 'reglements_figes' });
  });
});
