import { expect, test } from 'vitest';
import { dayInWords, dayShort, francs, grouped, instantInWords } from './format.ts';

const TOGETHER = '\u00a0';

test.each([
  [0, '0'],
  [100, '100'],
  [1000, '1 000'],
  [700_000, '700 000'],
  [12_345_678, '12 345 678'],
  [-2500, '-2 500'],
])('%i francs are read as %s', (n, text) => {
  expect(grouped(n)).toBe(text.replaceAll(' ', TOGETHER));
});

test('an amount keeps its unit beside it', () => {
  expect(francs(700_000)).toBe(`700${TOGETHER}000${TOGETHER}FCFA`);
});

test.each([
  ['2026-12-01', '1er décembre 2026', '1 December 2026'],
  ['2026-02-28', '28 février 2026', '28 February 2026'],
  ['2026-03-11', '11 mars 2026', '11 March 2026'],
])('%s is the same day wherever the reader is', (day, french, english) => {
  expect(dayInWords(day, 'fr-FR')).toBe(french);
  expect(dayInWords(day, 'en-GB')).toBe(english);
});

test('a day is short where there is little room', () => {
  expect(dayShort('2026-10-01', 'fr-FR')).toBe('1er oct. 2026');
});

test('an instant is told by the clocks of Brazzaville', () => {
  expect(instantInWords('2026-11-20T23:30:00.000Z', 'fr-FR')).toBe('21 novembre 2026 à 00:30');
});
