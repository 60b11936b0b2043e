import { aujourdhui } from './jours.ts';
import type { Transaction } from './records/transaction.ts';

/** What may stand in a pattern: `{YYYY}`, `{YY}`, `{MM}`, `{SEQ:3}` (at least so many digits) and named words. */
export type Words = Record<string, string>;

const hole = /\{([A-Z]+)(?::(\d+))?\}/g;

function fill(pattern: string, words: Words, seq: string | undefined): string {
  const day = aujourdhui();
  const known: Words = { YYYY: day.slice(0, 4), YY: day.slice(2, 4), MM: day.slice(5, 7), ...words };
  return pattern.replace(hole, (whole, name: string, digits?: string) => {
    if (name === 'SEQ') return seq?.padStart(Number(digits ?? 1), '0') ?? whole;
    const word = known[name];
    if (word === undefined) throw new Error(`pattern ${pattern}: nothing is known of {${name}}`);
    return word;
  });
}

/**
 * The next number of a pattern, `CG-{YYYY}-{BRANCHE}-{SEQ:3}`. Each filling of the other words counts on its own,
 * without gap or double: the counter is a row that the transaction holds until it ends.
 */
export async function nextNumber(
  tx: Pick<Transaction, 'query'>,
  kind: string,
  pattern: string,
  words: Words = {},
): Promise<string> {
  const series = `${kind}:${fill(pattern, words, undefined)}`;
  const [row] = await tx.query<{ dernier: number }>(
    `insert into numerotations (serie, dernier) values ($1, 1)
     on conflict (serie) do update set dernier = numerotations.dernier + 1 returning dernier`,
    [series],
  );
  return fill(pattern, words, String(row?.dernier));
}

/** Takes `count` numbers in a row out of a series, without gap or double; answers the first. */
export async function reserveNumbers(tx: Transaction, series: string, count: number): Promise<number> {
  const [row] = await tx.query<{ premier: number }>(
    `insert into numerotations (serie, dernier) values ($1, $2)
     on conflict (serie) do update set dernier = numerotations.dernier + $2 returning dernier - $2 + 1 as premier`,
    [series, count],
  );
  return (row as { premier: number }).premier;
}

/** Whether a number typed by hand obeys its pattern, and its place in the series. */
export function readNumber(pattern: string, words: Words, typed: string): number | undefined {
  const marked = fill(pattern, words, undefined);
  const escaped = marked
    .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
    .replace(/\{SEQ(?::(\d+))?\}/, (_, n = 1) => `(\\d{${n},})`);
  const match = new RegExp(`^${escaped}$`).exec(typed);
  return match ? Number(match[1]) : undefined;
}
