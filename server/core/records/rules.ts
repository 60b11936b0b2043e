import type { Row } from '../row.ts';
import type { Transaction } from './transaction.ts';

/** A row as it was and as it is about to be; `after` is undefined when it is deleted, `before` when it is new. */
export interface Change<T extends Row = Row> {
  before: Readonly<T> | undefined;
  after: Readonly<T> | undefined;
  tx: Transaction;
}

/** Throws a `refuse` or `invalide` when the change must not be. */
export type Rule<T extends Row = Row> = (change: Change<T>) => void | Promise<void>;

/** Fills in what a new row takes from others; throws when it cannot be. */
export type Prepare<T extends Row = Row> = (row: T, tx: Transaction) => void | Promise<void>;
