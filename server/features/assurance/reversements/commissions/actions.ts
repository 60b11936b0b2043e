import { z } from 'zod';
import { type ActionResult, action } from '../../../../core/action.ts';
import { refuse } from '../../../../core/errors.ts';
import { journalize } from '../../../../core/journal/journal.ts';
import type { Francs } from '../../../../core/money.ts';
import type { Transaction } from '../../../../core/records/transaction.ts';
import { Commission, modes } from './commission.ts';

interface Paid {
  id: number;
  montant: Francs;
  payee_le: string;
  paye_par_id: number | null;
  mode_paiement: Commission['mode_paiement'];
  reference: string | null;
  statut: 'payee';
  revision: number;
  modifie_le: Date;
}

/** Pays an agent everything that is payable, what corrections took back deducted: one posting a commission. */
export const payer = action(Commission, {
  name: 'payer',
  icon: 'DollarSign',
  input: z.object({
    mode_paiement: z.enum(modes),
    reference: z.string().trim().min(1).max(60).optional(),
  }),
  when: ({ statut }) => statut === 'payable' || `commission_${statut}`,
  run: (commission, { mode_paiement, reference = null }, { tx }) => pay(tx, commission, mode_paiement, reference),
});

async function pay(
  tx: Transaction,
  commission: Commission,
  mode: (typeof modes)[number],
  reference: string | null,
): Promise<ActionResult> {
  const { agent_id, succursale_id } = commission;
  // One payer at a time: the second finds nothing left.
  const [agent] = await tx.query<{ utilisateur_id: number | null }>(
    'select utilisateur_id from agents where id = $1 for no key update',
    [agent_id],
  );
  if (agent?.utilisateur_id && agent.utilisateur_id === tx.caller.actor.id) throw refuse('propres_commissions');
  const paid = await tx.query<Paid>(
    `update commissions set statut = 'payee', payee_le = date_metier(), mode_paiement = $3, reference = $4,
       paye_par_id = $5, revision = revision + 1, modifie_le = now()
     where agent_id = $1 and succursale_id = $2 and statut = 'payable'
     returning id, montant, payee_le::text, paye_par_id, mode_paiement, reference, statut, revision, modifie_le`,
    [agent_id, succursale_id, mode, reference, tx.caller.actor.id],
  );
  const total = paid.reduce((sum, { montant }) => sum + montant, 0);
  if (total < 0) throw refuse('commissions_reprises', { montant: -total });
  for (const { id, montant: _, revision, modifie_le, ...apres } of paid) {
    if (id === commission.id) Object.assign(commission, apres, { revision, modifie_le });
    else await journalize(tx, { action: 'payer', ressource: 'commissions', objet_id: id, succursale_id, apres });
  }
  tx.changed('commissions');
  return { nombre: paid.length, total };
}
