import type { Shape } from './shapes.ts';
import { isValues } from './shapes.ts';

const number = (typed: unknown): number => {
  const text = String(typed ?? '')
    .replace(/\s/g, '')
    .replace(',', '.');
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
};

/** What a line comes to in francs, half a franc rounded up as the engine does; undefined while it cannot be told. */
export function productOf({ product }: Shape, line: unknown): number | undefined {
  if (!product || !isValues(line)) return undefined;
  const [quantity, price] = product.map((name) => number(line[name]));
  if (quantity === undefined || !Number.isFinite(quantity) || !Number.isSafeInteger(price)) return undefined;
  const hundredths = BigInt(Math.round(quantity * 100)) * BigInt(price as number);
  return Number((hundredths + 50n) / 100n);
}

/** All lines together; what cannot be told yet counts nothing. */
export const totalOf = (item: Shape, lines: readonly unknown[]): number =>
  lines.reduce((sum: number, line) => sum + (productOf(item, line) ?? 0), 0);
