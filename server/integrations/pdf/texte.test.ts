import { expect, test } from 'vitest';
import { inFrancs } from '../../core/money.ts';
import { enJour, montant, printable, unbroken } from './texte.ts';

test.each([
  ['Makélékélé, Ouenzé, ça, Noël, cœur', 'Makélékélé, Ouenzé, ça, Noël, cœur'],
  ['l’été – « 5 € »', 'l’été – « 5 € »'],
  [inFrancs(700_000), '700\u00a0000 FCFA'],
  ['10\u2009000 et 10\u2007000', '10\u00a0000 et 10\u00a0000'],
  ['Ngaŋa, Mbɛ̂, Kɔ́', 'Ngaŋa, Mbɛ̂, Kɔ́'],
  ['Ọbasẹ Łukasz', 'Ọbasẹ Łukasz'],
  ['moins \u22125, trait\u2011d’union', 'moins \u22125, trait-d’union'],
  ['devis\u202eFDP.exe\u200b', 'devisFDP.exe'],
  ['e\u0301', 'é'],
  ['日本 😀', '?? ?'],
  ['a\tb\u0000c\nd', 'a b c\nd'],
])('%j is printed as %j', (text, printed) => {
  expect(printable(text)).toBe(printed);
});

test('an amount stays on one line', () => {
  expect(unbroken('12 345 678 FCFA')).toBe('12\u00a0345\u00a0678\u00a0FCFA');
  expect(unbroken(montant(-12_345_678))).toBe('-12\u00a0345\u00a0678');
});

test('days are written as people write them', () => {
  expect(enJour('2026-01-31')).toBe('31/01/2026');
  expect(enJour(null)).toBe('');
});
