import { z } from 'zod';
import { action, input } from '../../../../core/action.ts';
import { champInvalide } from '../../../../core/errors.ts';
import { filled } from '../../../../core/kinds.ts';
import type { Francs } from '../../../../core/money.ts';
import { nextNumber } from '../../../../core/numbering.ts';
import type { Transaction } from '../../../../core/records/transaction.ts';
import { mayBecome } from '../etats.ts';
import { totalAccorde, totalPaye } from '../lignes.ts';
import { Sinistre } from '../sinistre.ts';
import { exigerCouverture } from '../situation.ts';
import { type ModeReglement, modes } from './reglement.ts';

export interface Paye {
  sinistre_id: number;
  succursale_id: number;
  /** Francs; negative when it takes `corrige_id` back. */
  montant: Francs;
  mode_paiement: ModeReglement;
  beneficiaire: string;
  telephone?: string | null;
  reference?: string | null;
  corrige_id?: number;
  /** Now, in the business day, unless given. */
  le?: Date;
}

/** Writes the row; the database posts it in the books. Answers its number and the instant of the business day. */
export async function inscrire(tx: Transaction, paye: Paye): Promise<{ numero: string; le: Date }> {
  const numero = await nextNumber(tx, 'reglements.numero', 'REG-{YYYY}-{SEQ:6}');
  const [row] = await tx.query<{ le: Date }>(
    `insert into reglements (numero, sinistre_id, succursale_id, montant, mode_paiement, beneficiaire, telephone, reference,
       corrige_id, auteur_id, regle_le)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, coalesce($11, instant_metier())) returning regle_le as le`,
    [
      numero,
      paye.sinistre_id,
      paye.succursale_id,
      paye.montant,
      paye.mode_paiement,
      paye.beneficiaire,
      paye.telephone ?? null,
      paye.reference ?? null,
      paye.corrige_id ?? null,
      tx.caller.actor.id,
      paye.le ?? null,
    ],
  );
  tx.changed('reglements');
  return { numero, le: (row as { le: Date }).le };
}

/** What each way of paying cannot do without. */
const demanded: Partial<Record<ModeReglement, 'telephone' | 'reference'>> = {
  mtn_money: 'telephone',
  airtel_money: 'telephone',
  virement: 'reference',
  cheque: 'reference',
};

export const payer = action(Sinistre, {
  name: 'payer',
  icon: 'DollarSign',
  input: z.object({
    montant: input.francs(),
    mode_paiement: z.enum(modes),
    beneficiaire: filled({ max: 120 }),
    telephone: input.phone().optional(),
    reference: filled({ max: 60 }).optional(),
  }),
  when: ({ statut }) => mayBecome(statut, 'payer'),
  prefill: ({ accords, declarant_nom }) => ({
    montant: totalAccorde(accords) - totalPaye(accords),
    beneficiaire: declarant_nom,
  }),
  run: async (sinistre, versement, { tx }) => {
    const maximum = totalAccorde(sinistre.accords) - totalPaye(sinistre.accords);
    if (versement.montant > maximum) throw champInvalide('montant', 'reglement_trop_haut', { maximum });
    const missing = demanded[versement.mode_paiement];
    if (missing && !versement[missing]) throw champInvalide(missing, 'obligatoire');
    // A premium whose payment was taken back since leaves its days uncovered: nothing is paid on them.
    await exigerCouverture(tx, sinistre);
    const { id: sinistre_id, succursale_id } = sinistre;
    const { numero, le } = await inscrire(tx, { ...versement, sinistre_id, succursale_id });
    sinistre.regler(versement.montant, le);
    return { reglement: numero };
  },
});
