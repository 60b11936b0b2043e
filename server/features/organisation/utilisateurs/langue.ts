import { z } from 'zod';
import { journalize } from '../../../core/journal/journal.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import { parse } from '../../../core/validation.ts';

/** A person chooses the language that everything speaks to them (`fr` or `en`). @throws 400 */
export async function choisirLangue(tx: Transaction, body: unknown): Promise<void> {
  const { langue } = parse(z.strictObject({ langue: z.enum(['fr', 'en']) }), body);
  const { id, nom } = tx.caller.actor;
  const changed = await tx.query(
    'update utilisateurs set langue = $2, revision = revision + 1 where id = $1 and langue <> $2 returning id',
    [id, langue],
  );
  if (changed.length === 0) return;
  await journalize(tx, { action: 'modifier', ressource: 'utilisateurs', objet_id: id, objet: nom, apres: { langue } });
  tx.changed('utilisateurs');
}
