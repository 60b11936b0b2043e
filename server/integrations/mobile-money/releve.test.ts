import { describe, expect, test } from 'vitest';
import { type FormatReleve, formatSandbox, lireReleve } from './releve.ts';

describe('reading a statement', () => {
  const format: FormatReleve = {
    separateur: ';',
    colonnes: {
      jour: 'Date',
      transaction_id: 'Id',
      externe: 'Ext',
      reference: 'Réf',
      montant: 'Montant',
      devise: 'Devise',
      statut: 'Statut',
    },
    operateurs: 'airtel_money',
    date: 'jj/mm/aaaa',
    payes: ['Payé'],
  };
  const heading = 'Id;Date;Ext;Réf;Montant;Devise;Statut';

  test('another operator’s format, with French dates, spaces in amounts, quotes and a byte order mark', () => {
    const csv = `\uFEFF${heading}\n"MP1";31/12/2026 23:59;"a;b ""c""";r1;1 234 567,00;XAF;Payé\n\nMP2;29/02/2028;;r2;500;XAF;Échec`;
    expect(lireReleve(csv, format).lignes).toEqual([
      {
        numero: 2,
        operateur: 'airtel_money',
        jour: '2026-12-31',
        transaction_id: 'MP1',
        externe: 'a;b "c"',
        reference: 'r1',
        montant: 1234567,
        devise: 'XAF',
        payee: true,
      },
      {
        numero: 4,
        operateur: 'airtel_money',
        jour: '2028-02-29',
        transaction_id: 'MP2',
        externe: '',
        reference: 'r2',
        montant: 500,
        devise: 'XAF',
        payee: false,
      },
    ]);
  });

  test.each([
    ['MP1;30/02/2026;;r;500;XAF;Payé', ['Date']],
    ['MP1;01/02/2026;;r;12,50;XAF;Payé', ['Montant']],
    ['MP1;01/02/2026;;r;-500;XAF;Payé', ['Montant']],
    ['MP1;01/02/2026;;r;1.234;XAF;Payé', ['Montant']],
    [';01/02/2026;;r;500;;Payé', ['Id', 'Devise']],
    ['MP1', ['Date', 'Montant', 'Devise']],
  ])('a line that cannot be read is told, not dropped: %s', (row, colonnes) => {
    expect(lireReleve(`${heading}\n${row}`, format)).toEqual({ lignes: [], illisibles: [{ numero: 2, colonnes }] });
  });

  test('a column that is missing is named', () => {
    expect(() => lireReleve('date,amount\n', formatSandbox)).toThrow(
      /colonnes absentes du relevé : operator, transaction_id/,
    );
  });
});
