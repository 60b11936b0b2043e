import { Column, Entity } from 'typeorm';
import { Choice, Code, Day, Francs, Integer, Reference } from '../../../core/fields.ts';
import type { Jour } from '../../../core/jours.ts';
import type { Francs as Amount } from '../../../core/money.ts';
import { Row } from '../../../core/row.ts';
import { Client } from '../../clients/client.ts';
import { Agent } from '../../organisation/agents/agent.ts';
import { Succursale } from '../../organisation/succursales/succursale.ts';
import { Souscription } from '../souscriptions/souscription.ts';

export const statuts = ['payee', 'partielle', 'en_retard', 'a_venir'] as const;

/** What one period of a contrat asks for, and what has been paid of it: the oldest period first. A view. */
@Entity('cotisations')
export class Cotisation extends Row {
  @Code()
  quittance!: string;

  @Code()
  police!: string;

  @Reference(() => Souscription)
  souscription_id!: number;

  @Reference(() => Client)
  client_id!: number;

  @Reference(() => Succursale)
  succursale_id!: number;

  @Reference(() => Agent, { optional: true })
  agent_id!: number | null;

  /** 0 for the first term, one more with each renewal. */
  @Integer()
  terme!: number;

  /** Counted from 1 within its term. */
  @Integer()
  periode!: number;

  @Day()
  periode_debut!: Jour;

  @Day()
  periode_fin!: Jour;

  @Francs()
  montant!: Amount;

  @Francs()
  paye!: Amount;

  @Francs()
  reste!: Amount;

  @Choice(statuts)
  statut!: (typeof statuts)[number];

  @Column({ type: 'bigint' })
  terme_id!: number;
}
