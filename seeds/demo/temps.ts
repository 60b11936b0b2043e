import type { Jour } from '../../server/core/jours.ts';
import type { Transaction } from '../../server/core/records/transaction.ts';

/** What the database does from here on it does on that day; back to today without one. */
export async function leJour(tx: Transaction, jour: Jour = process.env.GUICHET_AUJOURDHUI ?? ''): Promise<void> {
  await tx.query(`select set_config('guichet.aujourdhui', $1, true)`, [jour]);
}
