import { Entity } from 'typeorm';
import { Choice, Code, Francs, Instant, LongText, Phone, Reference, Text } from '../../../core/fields.ts';
import type { Francs as Amount } from '../../../core/money.ts';
import { Row } from '../../../core/row.ts';
import { Agent } from '../../organisation/agents/agent.ts';
import { Succursale } from '../../organisation/succursales/succursale.ts';
import { Souscription } from '../souscriptions/souscription.ts';

export const types = ['souscription_initiale', 'cotisation', 'renouvellement', 'rattrapage', 'correction'] as const;
export type TypePaiement = (typeof types)[number];

export const modes = ['mtn_money', 'airtel_money', 'especes', 'carte', 'virement', 'cheque'] as const;
export type ModePaiement = (typeof modes)[number];

export const statuts = ['initie', 'en_cours', 'reussi', 'echoue', 'annule'] as const;

/** Money on its way, or arrived. What has ended stays as it ended: a correction is another row. */
@Entity('paiements')
export class Paiement extends Row {
  @Code({ unique: true, readOnly: true })
  numero!: string;

  @Reference(() => Souscription)
  souscription_id!: number;

  /** The souscription's. */
  @Reference(() => Succursale, { readOnly: true })
  succursale_id!: number;

  @Choice(types)
  type!: TypePaiement;

  @Choice(modes)
  mode_paiement!: ModePaiement;

  @Francs({ min: Number.MIN_SAFE_INTEGER })
  montant!: Amount;

  /** What the operator kept. */
  @Francs({ default: 0 })
  frais!: Amount;

  @Francs({ readOnly: true, optional: true, min: Number.MIN_SAFE_INTEGER })
  net!: Amount | null;

  @Choice(statuts, { default: 'initie' })
  statut!: (typeof statuts)[number];

  @Phone({ optional: true })
  telephone_payeur!: string | null;

  /** The operator's own number of the transaction. */
  @Text({ optional: true, max: 60 })
  reference_operateur!: string | null;

  @Text({ optional: true, max: 60 })
  code_confirmation!: string | null;

  @LongText({ optional: true })
  motif_echec!: string | null;

  /** Who took the cash. */
  @Reference(() => Agent, { optional: true })
  agent_id!: number | null;

  /** The payment that this one puts right. */
  @Reference(() => Paiement, { optional: true })
  corrige_id!: number | null;

  @Instant({ optional: true })
  paye_le!: Date | null;
}
