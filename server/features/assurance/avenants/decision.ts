import { interdit, refuse } from '../../../core/errors.ts';
import type { Transaction } from '../../../core/records/transaction.ts';

/** Who acts, as a person of the house. @throws 403 for a program or a client */
export function personne(tx: Transaction): number {
  const { id } = tx.caller.actor;
  if (!id) throw interdit('personne_requise');
  return id;
}

/** Who decides, when it is none of those who had a part before. @throws 409 */
export function autrePersonne(tx: Transaction, ...before: (number | null)[]): number {
  const id = personne(tx);
  if (before.includes(id)) throw refuse('meme_personne');
  return id;
}

/** Now, on the business day. */
export async function maintenant(tx: Transaction): Promise<Date> {
  const [row] = await tx.query<{ instant: Date }>('select instant_metier() as instant');
  return (row as { instant: Date }).instant;
}
