/** Shares are counted in hundredths of a percent: so many are the whole. */
export const ENTIER = 10_000;

/**
 * Divides `total` in proportion to the weights: whole numbers, at least 1 each, that add up to it exactly (largest
 * remainder, the first of equals first). Weights of nothing at all share equally.
 * @throws RangeError when there is less than 1 for each
 */
export function diviser(total: number, poids: readonly number[]): number[] {
  if (total < poids.length) throw new RangeError(`${total} cannot be divided into ${poids.length}`);
  const somme = poids.reduce((sum, each) => sum + each, 0);
  const quotas = poids.map((each) => (somme > 0 ? (total * each) / somme : total / poids.length));
  const small = quotas.filter((quota) => quota < 1).length;
  if (small === 0) return arrondir(total, quotas);
  // Nobody is left with nothing: the others divide what remains.
  const others = diviser(
    total - small,
    poids.filter((_, i) => (quotas[i] as number) >= 1),
  );
  return quotas.map((quota) => (quota < 1 ? 1 : (others.shift() as number)));
}

function arrondir(total: number, quotas: number[]): number[] {
  const parts = quotas.map(Math.floor);
  const left = total - parts.reduce((sum, each) => sum + each, 0);
  const byRemainder = quotas
    .map((quota, i) => ({ i, remainder: quota - Math.floor(quota) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (const { i } of byRemainder.slice(0, left)) parts[i] = (parts[i] as number) + 1;
  return parts;
}

export const egales = (count: number): number[] =>
  diviser(
    ENTIER,
    Array.from({ length: count }, () => 1),
  );

export const enCentiemes = (percent: number): number => Math.round(percent * 100);
export const enPourcent = (centiemes: number): number => centiemes / 100;
