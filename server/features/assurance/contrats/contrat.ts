import { Column, Entity } from 'typeorm';
import { Choice, Code, Day, Flag, Francs, Instant, LongText, Reference } from '../../../core/fields.ts';
import type { Jour } from '../../../core/jours.ts';
import type { Francs as Amount } from '../../../core/money.ts';
import { Row } from '../../../core/row.ts';
import { Client } from '../../clients/client.ts';
import { Agent } from '../../organisation/agents/agent.ts';
import { Succursale } from '../../organisation/succursales/succursale.ts';
import { Utilisateur } from '../../organisation/utilisateurs/utilisateur.ts';
import { type Periodicite, periodicites } from '../echeancier.ts';
import { branches, Produit } from '../produits/produit.ts';
import { statuts as etats } from '../souscriptions/etats.ts';
import { Souscription } from '../souscriptions/souscription.ts';

/** `expiree` is told from the dates, never stored; a suspended contrat stays suspended after its end. */
export const statuts = [...etats, 'expiree'] as const;

/** A souscription with its police: what is insured, paid and owed today. A view; nothing is stored twice. */
@Entity('contrats')
export class Contrat extends Row {
  @Code()
  police!: string;

  @Reference(() => Souscription, { readOnly: true })
  souscription_id!: number;

  @Reference(() => Client)
  client_id!: number;

  @Reference(() => Produit)
  produit_id!: number;

  @Reference(() => Succursale, { readOnly: true })
  succursale_id!: number;

  @Reference(() => Agent, { optional: true })
  agent_id!: number | null;

  @Choice(branches, { readOnly: true })
  branche!: (typeof branches)[number];

  @Day({ optional: true })
  date_effet!: Jour | null;

  @Day({ optional: true, readOnly: true })
  date_expiration!: Jour | null;

  /** Francs per period. */
  @Francs({ min: 1 })
  montant!: Amount;

  @Choice(periodicites)
  periodicite!: Periodicite;

  /** The sum of the successful payments. */
  @Francs({ readOnly: true })
  solde!: Amount;

  /** What the periods begun so far ask for. */
  @Francs({ readOnly: true })
  du!: Amount;

  @Francs({ readOnly: true })
  reste_a_payer!: Amount;

  @Day({ optional: true, readOnly: true })
  couvert_jusqu_au!: Jour | null;

  /** Cover that was lent, as long as it lasts (art. 13). */
  @Day({ optional: true, readOnly: true })
  derogation_jusqu_au!: Jour | null;

  /** An avenant waits for its approval. */
  @Flag({ readOnly: true })
  avenant_demande!: boolean;

  @Choice(statuts, { readOnly: true })
  statut!: (typeof statuts)[number];

  /** As it is stored, before the dates. */
  @Column({ type: 'text' })
  etat!: string;

  @Choice(['automatique', 'manuelle'], { readOnly: true })
  mode_attribution!: 'automatique' | 'manuelle';

  /** Who gave the number, if not the product itself. */
  @Reference(() => Utilisateur, { optional: true, readOnly: true })
  agent_attribueur_id!: number | null;

  @Instant({ readOnly: true })
  attribue_le!: Date;

  @LongText({ optional: true, max: 500 })
  motif!: string | null;
}
