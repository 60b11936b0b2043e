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
  const parts = quotas.map(Math.floor);
  const left = total - parts.reduce((sum, each) => sum + each, 0);
  const byRemainder = quotas
    .map((quota, i) => ({ i, remainder: quota - Math.floor(quota) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (const { i } of byRemainder.slice(0, left)) parts[i] = (parts[i] as number) + 1;
  return withoutNothing(parts);
}

/** Nobody is left with nothing: it is taken from the greatest. */
function withoutNothing(parts: number[]): number[] {
  for (const [i, part] of parts.entries()) {
    if (part > 0) continue;
    const greatest = parts.indexOf(Math.max(...parts));
    parts[greatest] = (parts[greatest] as number) - 1;
    parts[i] = 1;
  }
  return parts;
}

export const egales = (count: number): number[] =>
  diviser(
    ENTIER,
    Array.from({ length: count }, () => 1),
  );

export const enCentiemes = (percent: number): number => Math.round(percent * 100);
export const enPourcent = (centiemes: number): number => centiemes / 100;
