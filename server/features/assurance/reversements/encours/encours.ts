import { Entity } from 'typeorm';
import { Code, Day, Flag, Francs, Reference } from '../../../../core/fields.ts';
import type { Jour } from '../../../../core/jours.ts';
import type { Francs as Amount } from '../../../../core/money.ts';
import { Row } from '../../../../core/row.ts';
import { Agent } from '../../../organisation/agents/agent.ts';
import { Succursale } from '../../../organisation/succursales/succursale.ts';

/** The cash in one agent's hands by the age of its payments, in days. A view: its key is the agent's. */
@Entity('encours_agents')
export class EncoursAgent extends Row {
  @Reference(() => Agent)
  agent_id!: number;

  @Code()
  matricule!: string;

  @Reference(() => Succursale)
  succursale_id!: number;

  @Francs({ min: Number.MIN_SAFE_INTEGER })
  total!: Amount;

  @Francs({ min: Number.MIN_SAFE_INTEGER })
  de_0_a_15!: Amount;

  @Francs()
  de_16_a_30!: Amount;

  @Francs()
  plus_de_30!: Amount;

  /** When the oldest of it was collected. */
  @Day({ optional: true })
  plus_ancien_le!: Jour | null;

  /** Whether some of it is older than the setting `reversement.jours` allows. */
  @Flag()
  en_retard!: boolean;
}
