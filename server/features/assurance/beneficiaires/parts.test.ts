import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diviser, ENTIER, egales } from './parts.ts';

const sum = (parts: number[]) => parts.reduce((total, part) => total + part, 0);
const weights = fc.array(fc.integer({ min: 0, max: ENTIER }), { minLength: 1, maxLength: 6 });

test.each([
  [1, [10_000]],
  [2, [5000, 5000]],
  [3, [3334, 3333, 3333]],
  [6, [1667, 1667, 1667, 1667, 1666, 1666]],
])('equal shares of %i are the whole to the hundredth', (count, parts) => {
  expect(egales(count)).toEqual(parts);
});

test.each([
  [9000, [5000, 3000, 2000], [4500, 2700, 1800]],
  [10_000, [4500, 2700], [6250, 3750]],
  [2, [9999, 1], [1, 1]],
  [3, [1, 1], [2, 1]],
])('%i divided in proportion to %j', (total, before, parts) => {
  expect(diviser(total, before)).toEqual(parts);
});

test('whatever the weights: exactly the whole, something for each, in the order of the weights', () => {
  fc.assert(
    fc.property(fc.integer({ min: 6, max: ENTIER }), weights, (total, before) => {
      const parts = diviser(total, before);
      expect(sum(parts)).toBe(total);
      expect(parts.every((part) => Number.isInteger(part) && part >= 1)).toBe(true);
      for (const [i, a] of before.entries()) {
        for (const [j, b] of before.entries()) if (a > b) expect(parts[i]).toBeGreaterThanOrEqual(parts[j] as number);
      }
    }),
  );
});

test('nobody is more than the few hundredths that keep others from nothing away from their exact share', () => {
  fc.assert(
    fc.property(weights, (before) => {
      const all = sum(before);
      if (all === 0) return;
      for (const [i, part] of diviser(ENTIER, before).entries())
        expect(Math.abs(part - (ENTIER * (before[i] as number)) / all)).toBeLessThanOrEqual(before.length);
    }),
  );
});

test('there must be a hundredth for each', () => {
  expect(() => diviser(1, [1, 1])).toThrow(RangeError);
});
