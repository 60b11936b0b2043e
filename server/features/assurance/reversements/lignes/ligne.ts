import { Entity } from 'typeorm';
import { Flag, Francs, Reference } from '../../../../core/fields.ts';
import type { Francs as Amount } from '../../../../core/money.ts';
import { Row } from '../../../../core/row.ts';
import { Paiement } from '../../paiements/paiement.ts';
import { Bordereau } from '../bordereaux/bordereau.ts';

/** One payment in a bordereau. */
@Entity('bordereau_lignes')
export class LigneBordereau extends Row {
  @Reference(() => Bordereau)
  bordereau_id!: number;

  @Reference(() => Paiement)
  paiement_id!: number;

  /** Francs that reached the agent's hands; negative for a correction. */
  @Francs({ min: Number.MIN_SAFE_INTEGER })
  montant!: Amount;

  /** false once the bordereau was annulled: the payment may stand in another. */
  @Flag({ default: true })
  vivante!: boolean;
}
