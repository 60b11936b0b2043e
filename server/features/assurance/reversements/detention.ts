import type { Transaction } from '../../../core/records/transaction.ts';
import type { Paiement } from '../paiements/paiement.ts';

/**
 * The agent whose hands a correction of this payment goes through; null when it is the insurer's till: what was
 * remitted is given back from there. Holds the agent's row, so that no reception comes in between.
 * @param montant francs that are added, or taken off when negative
 */
export async function teneurDe(
  tx: Transaction,
  { id, agent_id, mode_paiement }: Pick<Paiement, 'id' | 'agent_id' | 'mode_paiement'>,
  montant: number,
): Promise<number | null> {
  if (agent_id === null || mode_paiement !== 'especes' || montant > 0) return agent_id;
  await tx.query('select from agents where id = $1 for no key update', [agent_id]);
  const held = await tx.query('select from especes_detenues where agent_id = $1 and paiement_id = $2', [agent_id, id]);
  return held.length > 0 ? agent_id : null;
}
