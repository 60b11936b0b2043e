import { Code, Reference } from '../../../core/fields.ts';
import { Row } from '../../../core/row.ts';
import { Client } from '../../clients/client.ts';
import { Agent } from '../../organisation/agents/agent.ts';
import { Succursale } from '../../organisation/succursales/succursale.ts';
import { Souscription } from '../souscriptions/souscription.ts';

/** Whose contrat a line is about: what every view over contrats begins with. */
export abstract class LigneDeContrat extends Row {
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
}
