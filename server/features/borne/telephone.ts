import { champInvalide, Problem } from '../../core/errors.ts';
import type { Transaction } from '../../core/records/transaction.ts';
import { update } from '../../core/records/write.ts';
import { clients } from '../clients/resource.ts';
import { type SessionBorne, suivreTelephone } from './sessions.ts';

/**
 * The client's telephone from now on (E.164). Every other session of theirs ends, and no code that went to the old one
 * works any more. @throws 400 naming `telephone`, without a word on who else may have it
 */
export async function changerTelephone(tx: Transaction, session: SessionBorne, telephone: string): Promise<void> {
  if (telephone === session.telephone) throw champInvalide('telephone', 'telephone_inchange');
  try {
    await update(tx, clients, session.client_id, { telephone });
  } catch (error) {
    const taken = error instanceof Problem && 'telephone' in error.errors;
    throw taken ? champInvalide('telephone', 'telephone_refuse') : error;
  }
  await suivreTelephone(tx, session, telephone);
  await tx.query(
    'update codes set expire_le = now() where client_id = $1 and utilise_le is null and expire_le > now()',
    [session.client_id],
  );
}
