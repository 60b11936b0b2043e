import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inFrancs, share, split } from './money.ts';

test.each([
  [700_000, '700 000 FCFA'],
  [0, '0 FCFA'],
  [-1500, '-1 500 FCFA'],
])('%i is written %s', (amount, written) => {
  expect(inFrancs(amount).replace(/\s/gu, ' ')).toBe(written);
});

test.each([
  [100, 12.5, 13],
  [-100, 12.5, -13],
  [1, 50, 1],
  [3, 33.33, 1],
  [999_999_999_999, 99.99, 999_899_999_999],
])('of %i francs, %d %% is %i', (amount, percent, part) => {
  expect(share(amount, percent)).toBe(part);
});

test('parts add up to the sum and differ by a franc at most', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 400 }), (amount, parts) => {
      const pieces = split(amount, parts);
      expect(pieces).toHaveLength(parts);
      expect(pieces.reduce((sum, piece) => sum + piece, 0)).toBe(amount);
      expect(Math.max(...pieces) - Math.min(...pieces)).toBeLessThanOrEqual(1);
    }),
  );
  expect(() => split(10, 0)).toThrow(RangeError);
});
