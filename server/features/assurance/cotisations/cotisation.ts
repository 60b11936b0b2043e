import { Column, Entity } from 'typeorm';
import { Choice, Code, Day, Francs, Integer } from '../../../core/fields.ts';
import type { Jour } from '../../../core/jours.ts';
import type { Francs as Amount } from '../../../core/money.ts';
import { LigneDeContrat } from '../contrats/ligne-de-contrat.ts';

export const statuts = ['payee', 'partielle', 'en_retard', 'a_venir'] as const;

/** What one period of a contrat asks for, and what has been paid of it: the oldest period first. A view. */
@Entity('cotisations')
export class Cotisation extends LigneDeContrat {
  @Code()
  quittance!: string;

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
