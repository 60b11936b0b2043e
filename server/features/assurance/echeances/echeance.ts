import { Entity } from 'typeorm';
import { Choice, Day, Francs, Integer } from '../../../core/fields.ts';
import type { Jour } from '../../../core/jours.ts';
import type { Francs as Amount } from '../../../core/money.ts';
import { LigneDeContrat } from '../contrats/ligne-de-contrat.ts';

/** From the longest overdue to what is far away. */
export const tranches = ['plus_de_30', 'de_16_a_30', 'de_1_a_15', 'aujourd_hui', 'sept_jours', 'plus_tard'] as const;

/** The next period of an active contrat that is not paid for: one line a contrat. A view over its balance. */
@Entity('echeances')
export class Echeance extends LigneDeContrat {
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
