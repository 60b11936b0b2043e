import type { Database } from '../../core/database.ts';
import type { Transaction } from '../../core/records/transaction.ts';

/** Whatever answers a statement with rows: a transaction, or the database outside any. */
export type Lecteur = Pick<Transaction, 'query'>;

export const lecteur = (database: Database): Lecteur => ({
  query: (text, values = []) => database.read({ text, values, stable: true }),
});
