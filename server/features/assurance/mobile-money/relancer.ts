import type { Transaction } from '../../../core/records/transaction.ts';
import { reveiller } from './cadence.ts';

/** Has the operator asked about an attempt at once; one that has ended is only compared with what it says. */
export async function relancer(
  tx: Pick<Transaction, 'query' | 'job'>,
  tentative_id: number,
  now: number,
): Promise<void> {
  const open = await tx.query(
    `update tentatives set prochain_le = least(prochain_le, $2::timestamptz)
     where id = $1 and etat in ('creee', 'envoyee', 'inconnue') returning id`,
    [tentative_id, new Date(now)],
  );
  if (open.length > 0) await reveiller(tx.query, now);
  else await tx.job('verifier-tentative', { tentative_id }, { key: `verifier-${tentative_id}` });
}
