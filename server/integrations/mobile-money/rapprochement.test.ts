import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demande, openTills, phones } from './clients.fixture.ts';
import { classes, type NotreTransaction, rapprocher } from './rapprochement.ts';
import { type LigneReleve, lireReleve } from './releve.ts';

const ours = (over: Partial<NotreTransaction> = {}): NotreTransaction => ({
  operateur: 'mtn_money',
  reference: 'r1',
  externe: 'PAY-1',
  transaction_id: null,
  echeance: null,
  montant: 2500,
  devise: 'XAF',
  payee: true,
  jour: '2026-08-01',
  ...over,
});
const theirs = (over: Partial<LigneReleve> = {}): LigneReleve => ({
  numero: 2,
  operateur: 'mtn_money',
  jour: '2026-08-01',
  transaction_id: 't1',
  externe: 'PAY-1',
  reference: 'r1',
  montant: 2500,
  devise: 'XAF',
  payee: true,
  ...over,
});

describe('the five classes', () => {
  test.each([
    ['concordante', [theirs()], [ours()]],
    ['concordante', [theirs({ reference: '', externe: '' })], [ours({ transaction_id: 't1' })]],
    ['concordante', [theirs({ reference: '', externe: 'PAY1' })], [ours({ externe: 'PAY 1' })]],
    ['ecart', [theirs({ montant: 2501 })], [ours()]],
    ['ecart', [theirs({ devise: 'EUR' })], [ours()]],
    ['nous_seuls', [], [ours()]],
    ['nous_seuls', [theirs({ payee: false })], [ours()]],
    ['operateur_seul', [theirs()], []],
    ['operateur_seul', [theirs()], [ours({ payee: false })]],
    ['operateur_seul', [theirs({ operateur: 'airtel_money' })], []],
  ] as const)('%s', (classe, lignes, transactions) => {
    const { cas, a_resoudre } = rapprocher(lignes, transactions);
    expect(cas.map((each) => each.classe)).toEqual([classe]);
    expect(a_resoudre).toBe(classe === 'concordante' ? 0 : 1);
  });

  test('the same line again is a double', () => {
    const { cas } = rapprocher([theirs(), theirs({ numero: 3 })], [ours()]);
    expect(cas.map(({ classe }) => classe)).toEqual(['concordante', 'doublon']);
  });

  test('two payments of one échéance, through two operators: the second is a double', () => {
    const second = ours({ reference: 'r2', externe: 'PAY-2', operateur: 'airtel_money', echeance: 'e1', payee: false });
    const lignes = [
      theirs({
        operateur: 'airtel_money',
        transaction_id: 't2',
        reference: 'r2',
        externe: 'PAY-2',
        jour: '2026-07-31',
      }),
      theirs(),
    ];
    const { cas, a_resoudre } = rapprocher(lignes, [ours({ echeance: 'e1' }), second]);
    expect(cas.map(({ classe, ligne }) => [classe, ligne?.transaction_id])).toEqual([
      ['concordante', 't1'],
      ['doublon', 't2'],
    ]);
    expect(a_resoudre).toBe(1);
  });

  test('an attempt that failed beside one that was paid under the same number is not in the way', () => {
    const transactions = [ours({ reference: 'r0', payee: false }), ours()];
    expect(rapprocher([theirs({ reference: '' })], transactions).cas).toMatchObject([
      { classe: 'concordante', transaction: { reference: 'r1' } },
    ]);
  });

  test('a payment around midnight counts on the operator’s day on both sides', () => {
    const { totaux } = rapprocher([theirs({ jour: '2026-08-02' })], [ours()]);
    expect(totaux).toMatchObject([{ jour: '2026-08-02', operateur_montant: 2500, nous_montant: 2500 }]);
  });
});

const few = (prefix: string) => fc.integer({ min: 1, max: 6 }).map((number) => `${prefix}${number}`);
const both = {
  operateur: fc.constantFrom('mtn_money' as const, 'airtel_money' as const),
  reference: few('r'),
  externe: few('PAY-'),
  montant: fc.integer({ min: 1, max: 3 }).map((thousands) => thousands * 1000),
  devise: fc.constantFrom('XAF', 'EUR'),
  payee: fc.boolean(),
  jour: fc.constantFrom('2026-08-01', '2026-08-02'),
};
const lines = fc
  .array(fc.record({ ...both, transaction_id: few('t') }), { maxLength: 12 })
  .map((list) => list.map((each, index) => ({ ...each, numero: index + 2 })));
const books = fc.array(fc.record({ ...both, transaction_id: fc.option(few('t')), echeance: fc.option(few('e')) }), {
  maxLength: 12,
});
const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);

test('whatever the two sides hold: each line and payment is in one case, and the totals add up to the franc', () => {
  fc.assert(
    fc.property(lines, books, (lignes, transactions) => {
      const { cas, totaux, a_resoudre } = rapprocher(lignes, transactions);
      const paidLines = lignes.filter(({ payee }) => payee);
      const paidOurs = transactions.filter(({ payee }) => payee);
      const seenLines = cas.flatMap(({ ligne }) => ligne ?? []);
      const seenOurs = cas.flatMap(({ transaction }) => transaction ?? []);
      expect(seenLines.length).toBe(paidLines.length);
      expect(new Set(seenLines)).toEqual(new Set(paidLines));
      expect(new Set(seenOurs).size).toBe(seenOurs.length);
      expect(seenOurs.filter(({ payee }) => payee).length).toBe(paidOurs.length);

      for (const operateur of ['mtn_money', 'airtel_money'] as const) {
        for (const devise of ['XAF', 'EUR']) {
          const here = (each: { operateur: string; devise: string }) =>
            each.operateur === operateur && each.devise === devise;
          const mine = totaux.filter(here);
          expect(sum(mine.map((each) => each.operateur_montant))).toBe(
            sum(paidLines.filter(here).map(({ montant }) => montant)),
          );
          expect(sum(mine.map((each) => each.nous_montant))).toBe(
            sum(paidOurs.filter(here).map(({ montant }) => montant)),
          );
        }
      }
      const counted = classes.map((classe) => sum(totaux.map(({ nombre }) => nombre[classe])));
      expect(sum(counted)).toBe(cas.length);
      expect(a_resoudre).toBe(cas.length - (counted[0] ?? 0));
    }),
    { numRuns: 2000 },
  );
});

test('the order of the file changes no class, and a second run changes nothing', () => {
  fc.assert(
    fc.property(lines, books, (lignes, transactions) => {
      const told = (list: LigneReleve[]) =>
        rapprocher(list, transactions)
          .cas.map(({ classe, ligne }) => `${ligne?.numero} ${classe}`)
          .sort();
      expect(told(lignes)).toEqual(told(lignes.toReversed()));
    }),
  );
});

test('the sandbox’s statement with a line of each class', async () => {
  const { tills, control, url, stop } = await openTills();
  const paid = [demande(), demande(), demande(), demande({ telephone: phones.airtel })] as const;
  const [matched, differs, lost, pending] = paid;
  for (const asked of paid) {
    const till = asked.telephone === phones.airtel ? tills.airtel : tills.mtn;
    await till.demander({ ...asked, externe: `P-${asked.reference.slice(0, 8)}` });
    await till.consulter(asked.reference);
  }
  const booked = (asked: { reference: string }, over: Partial<NotreTransaction> = {}) =>
    ours({ reference: asked.reference, externe: `P-${asked.reference.slice(0, 8)}`, devise: 'EUR', ...over });
  const idOf = (asked: { reference: string }) =>
    control.ledger().find(({ reference }) => reference === asked.reference)?.transactionId ?? '';

  const again =
    control
      .csv()
      .split('\r\n')
      .find((row) => row.includes(idOf(matched))) ?? '';
  const inject = {
    extra: [again, `2026-08-01,mtn,X9,"Autre, chose",,242060000000,700,EUR,SUCCESSFUL`],
    missing: [idOf(lost)],
  };
  const injected = await fetch(`${url}/__control/statement.csv`, { method: 'POST', body: JSON.stringify(inject) });
  expect(injected.status).toBe(204);
  const csv = await (await fetch(`${url}/__control/statement.csv`)).text();
  const { lignes, illisibles } = lireReleve(csv);
  expect(illisibles).toEqual([]);
  expect(lignes).toHaveLength(5);

  const { cas, a_resoudre } = rapprocher(lignes, [
    booked(matched, { transaction_id: idOf(matched) }),
    booked(differs, { montant: 2400 }),
    booked(lost),
    booked(pending, { operateur: 'airtel_money', devise: 'XAF', payee: false }),
  ]);
  const count = (classe: string) => cas.filter((each) => each.classe === classe).length;
  expect(classes.map(count)).toEqual([1, 1, 1, 2, 1]);
  expect(a_resoudre).toBe(5);
  await stop();
});
