import { Entity } from 'typeorm';
import { Choice, Code, Day, Francs, Integer, Reference } from '../../../core/fields.ts';
import type { Jour } from '../../../core/jours.ts';
import type { Francs as Amount } from '../../../core/money.ts';
import { Row } from '../../../core/row.ts';
import { Client } from '../../clients/client.ts';
import { Agent } from '../../organisation/agents/agent.ts';
import { Succursale } from '../../organisation/succursales/succursale.ts';
import { Souscription } from '../souscriptions/souscription.ts';

/** From the longest overdue to what is far away. */
export const tranches = ['plus_de_30', 'de_16_a_30', 'de_1_a_15', 'aujourd_hui', 'sept_jours', 'plus_tard'] as const;

/** The next period of an active contrat that is not paid for: one line a contrat. A view over its balance. */
@Entity('echeances')
export class Echeance extends Row {
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

  @Day()
  date_echeance!: Jour;

  @Integer()
  jours_retard!: number;

  @Choice(tranches)
  tranche!: (typeof tranches)[number];

  /** Francs per period. */
  @Francs()
  montant!: Amount;

  /** What is owed by now, one period at least. */
  @Francs()
  a_payer!: Amount;
}
