import { Entity } from 'typeorm';
import { Choice, Day, Francs, Percent, Reference, Text } from '../../../../core/fields.ts';
import type { Jour } from '../../../../core/jours.ts';
import type { Francs as Amount } from '../../../../core/money.ts';
import { Row } from '../../../../core/row.ts';
import { Agent } from '../../../organisation/agents/agent.ts';
import { Succursale } from '../../../organisation/succursales/succursale.ts';
import { Utilisateur } from '../../../organisation/utilisateurs/utilisateur.ts';
import { Paiement } from '../../paiements/paiement.ts';

export const statuts = ['en_attente', 'payable', 'payee'] as const;

/** How an agent is paid. */
export const modes = ['especes', 'virement', 'cheque'] as const;

const anyFrancs = { min: Number.MIN_SAFE_INTEGER };

/**
 * What an agent earned by a payment; negative, what a correction takes back. Made by the payment itself (a trigger)
 * and never netted from it (CIMA art. 541); payable once the money is with the insurer (art. 544).
 */
@Entity('commissions')
export class Commission extends Row {
  @Reference(() => Paiement)
  paiement_id!: number;

  @Reference(() => Agent)
  agent_id!: number;

  /** The agent's when it was earned. */
  @Reference(() => Succursale)
  succursale_id!: number;

  /** The francs that it is a share of. */
  @Francs(anyFrancs)
  base!: Amount;

  /** As sold with the souscription or, where the product gives none, the agent's. */
  @Percent()
  taux!: number;

  @Francs(anyFrancs)
  montant!: Amount;

  @Choice(statuts)
  statut!: (typeof statuts)[number];

  @Day({ optional: true })
  payable_le!: Jour | null;

  /** The last day on which it is to be paid. */
  @Day({ optional: true })
  echeance!: Jour | null;

  @Day({ optional: true })
  payee_le!: Jour | null;

  @Choice(modes, { optional: true })
  mode_paiement!: (typeof modes)[number] | null;

  @Text({ optional: true, max: 60 })
  reference!: string | null;

  @Reference(() => Utilisateur, { optional: true })
  paye_par_id!: number | null;
}
