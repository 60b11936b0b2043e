/** Whole francs: XAF has no decimals. */
export type Francs = number;

const spaced = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 });

/** `700000` → `700 000 FCFA`, as a person reads it (thin no-break spaces between thousands). */
export const inFrancs = (amount: Francs): string => `${spaced.format(amount)} FCFA`;

/**
 * A share of a sum, in whole francs, half rounded up, exact at any size.
 * @param percent hundredths with at most two decimals: 12.5 means 12,5 %
 */
export function share(amount: Francs, percent: number): Francs {
  const numerator = BigInt(amount) * BigInt(Math.round(percent * 100));
  const half = numerator < 0n ? -5000n : 5000n;
  return Number((numerator + half) / 10000n);
}

/** Splits a sum into parts that differ by at most one franc and add up to it. @throws RangeError for fewer than one part */
export function split(amount: Francs, parts: number): Francs[] {
  if (!Number.isInteger(parts) || parts < 1) throw new RangeError('at least one part');
  const base = Math.trunc(amount / parts);
  const rest = amount - base * parts;
  return Array.from({ length: parts }, (_, i) => base + (i < Math.abs(rest) ? Math.sign(rest) : 0));
}
