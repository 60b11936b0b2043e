import { Entity } from 'typeorm';
import { Choice, Code, Day, Francs, Integer, Reference } from '../../../core/fields.ts';
import type { Jour } from '../../../core/jours.ts';
import type { Francs as Amount } from '../../../core/money.ts';
import { Row } from '../../../core/row.ts';
import { Client } from '../../clients/client.ts';
import { Agent } from '../../organisation/agents/agent.ts';
import { Succursale } from '../../organisation/succursales/succursale.ts';
import { type Periodicite, periodicites } from '../echeancier.ts';
import { Produit } from '../produits/produit.ts';
import { Souscription } from '../souscriptions/souscription.ts';

/** How near the end is: within a day, a week, thirty days. */
export const tranches = ['expiree', 'j_1', 'j_7', 'j_30', 'plus_tard'] as const;

/** An active contrat with the end of its last term: who should renew, and when. A view. */
@Entity('renouvellements')
export class Renouvellement extends Row {
  @Code()
  police!: string;

  @Reference(() => Souscription)
  souscription_id!: number;

  @Reference(() => Client)
  client_id!: number;

  @Reference(() => Produit)
  produit_id!: number;

  @Reference(() => Succursale)
  succursale_id!: number;

  @Reference(() => Agent, { optional: true })
  agent_id!: number | null;

  @Day()
  date_expiration!: Jour;

  /** Negative once it has ended. */
  @Integer({ min: -100_000 })
  jours_restants!: number;

  @Choice(tranches)
  tranche!: (typeof tranches)[number];

  @Francs()
  montant!: Amount;

  @Choice(periodicites)
  periodicite!: Periodicite;
}
