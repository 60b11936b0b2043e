import { Entity } from 'typeorm';
import { Choice, Day, Francs, Integer, Reference } from '../../../core/fields.ts';
import type { Jour } from '../../../core/jours.ts';
import type { Francs as Amount } from '../../../core/money.ts';
import { LigneDeContrat } from '../contrats/ligne-de-contrat.ts';
import { type Periodicite, periodicites } from '../echeancier.ts';
import { Produit } from '../produits/produit.ts';

/** How near the end is: within a day, a week, thirty days. */
export const tranches = ['expiree', 'j_1', 'j_7', 'j_30', 'plus_tard'] as const;

/** An active contrat with the end of its last term: who should renew, and when. A view. */
@Entity('renouvellements')
export class Renouvellement extends LigneDeContrat {
  @Reference(() => Produit)
  produit_id!: number;

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
