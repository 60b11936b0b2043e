import { expect, test } from 'vitest';
import { enLettres, francsEnLettres } from './en-lettres.ts';

test.each([
  [0, 'zéro'],
  [1, 'un'],
  [16, 'seize'],
  [17, 'dix-sept'],
  [20, 'vingt'],
  [21, 'vingt et un'],
  [22, 'vingt-deux'],
  [61, 'soixante et un'],
  [70, 'soixante-dix'],
  [71, 'soixante et onze'],
  [72, 'soixante-douze'],
  [77, 'soixante-dix-sept'],
  [80, 'quatre-vingts'],
  [81, 'quatre-vingt-un'],
  [90, 'quatre-vingt-dix'],
  [91, 'quatre-vingt-onze'],
  [99, 'quatre-vingt-dix-neuf'],
  [100, 'cent'],
  [101, 'cent un'],
  [180, 'cent quatre-vingts'],
  [200, 'deux cents'],
  [201, 'deux cent un'],
  [999, 'neuf cent quatre-vingt-dix-neuf'],
  [1000, 'mille'],
  [1001, 'mille un'],
  [1900, 'mille neuf cents'],
  [2000, 'deux mille'],
  [21_000, 'vingt et un mille'],
  [71_000, 'soixante et onze mille'],
  [80_000, 'quatre-vingt mille'],
  [80_080, 'quatre-vingt mille quatre-vingts'],
  [100_000, 'cent mille'],
  [200_000, 'deux cent mille'],
  [280_000, 'deux cent quatre-vingt mille'],
  [1_000_000, 'un million'],
  [1_000_001, 'un million un'],
  [80_000_000, 'quatre-vingts millions'],
  [200_200_200, 'deux cents millions deux cent mille deux cents'],
  [1_000_000_000, 'un milliard'],
  [3_001_001_000, 'trois milliards un million mille'],
  [
    999_999_999_999,
    'neuf cent quatre-vingt-dix-neuf milliards neuf cent quatre-vingt-dix-neuf millions neuf cent quatre-vingt-dix-neuf mille neuf cent quatre-vingt-dix-neuf',
  ],
])('%d: %s', (n, words) => expect(enLettres(n)).toBe(words));

test.each([
  [0, 'zéro franc CFA', 'zero CFA francs'],
  [1, 'un franc CFA', 'one CFA franc'],
  [400_000, 'quatre cent mille francs CFA', 'four hundred thousand CFA francs'],
  [1_000_000, 'un million de francs CFA', 'one million CFA francs'],
  [2_000_000_000, 'deux milliards de francs CFA', 'two billion CFA francs'],
  [1_500_000, 'un million cinq cent mille francs CFA', 'one million five hundred thousand CFA francs'],
  [1_021, 'mille vingt et un francs CFA', 'one thousand and twenty-one CFA francs'],
  [
    345_112,
    'trois cent quarante-cinq mille cent douze francs CFA',
    'three hundred and forty-five thousand one hundred and twelve CFA francs',
  ],
])('%d francs', (amount, fr, en) => {
  expect(francsEnLettres(amount)).toBe(fr);
  expect(francsEnLettres(amount, 'en')).toBe(en);
});

test('every number up to ten thousand has words of its own', () => {
  for (const langue of ['fr', 'en'] as const)
    expect(new Set(Array.from({ length: 10_000 }, (_, n) => enLettres(n, langue))).size).toBe(10_000);
});

test.each([-1, 1.5, 1_000_000_000_000, Number.NaN])('%d is refused', (n) =>
  expect(() => enLettres(n)).toThrow(RangeError),
);
