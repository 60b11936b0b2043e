import { Entity } from 'typeorm';
import { Choice, Code, Francs, Instant, Phone, Reference, Text } from '../../../../core/fields.ts';
import type { Francs as Amount } from '../../../../core/money.ts';
import { Row } from '../../../../core/row.ts';
import { Succursale } from '../../../organisation/succursales/succursale.ts';
import { Utilisateur } from '../../../organisation/utilisateurs/utilisateur.ts';
import { Sinistre } from '../sinistre.ts';

export const modes = ['mtn_money', 'airtel_money', 'especes', 'virement', 'cheque'] as const;
export type ModeReglement = (typeof modes)[number];

export const statuts = ['effectue', 'contrepasse'] as const;

/** Money paid for a sinistre. It stays as it was; a mistake is taken back by a second, negative row. */
@Entity('reglements')
export class Reglement extends Row {
  @Code({ unique: true, readOnly: true })
  numero!: string;

  @Reference(() => Sinistre)
  sinistre_id!: number;

  @Reference(() => Succursale)
  succursale_id!: number;

  @Francs({ min: Number.MIN_SAFE_INTEGER })
  montant!: Amount;

  @Choice(modes)
  mode_paiement!: ModeReglement;

  /** Whose hands it went to. */
  @Text({ max: 120 })
  beneficiaire!: string;

  @Phone({ optional: true })
  telephone!: string | null;

  /** The operator's, the bank's or the cheque's own number. */
  @Text({ optional: true, max: 60 })
  reference!: string | null;

  @Choice(statuts, { default: 'effectue' })
  statut!: (typeof statuts)[number];

  /** The row that this one takes back. */
  @Reference(() => Reglement, { optional: true })
  corrige_id!: number | null;

  @Reference(() => Utilisateur, { optional: true })
  auteur_id!: number | null;

  @Instant()
  regle_le!: Date;
}
