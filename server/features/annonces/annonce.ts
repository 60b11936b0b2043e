import { Column, Entity } from 'typeorm';
import { Choice, Day, declare, Instant, LongText, Reference, Text } from '../../core/fields.ts';
import type { Jour } from '../../core/jours.ts';
import { Row } from '../../core/row.ts';
import { Produit } from '../assurance/produits/produit.ts';
import { Succursale } from '../organisation/succursales/succursale.ts';
import { type Statut, statuts } from './statut.ts';

/** The least pressing first. */
export const importances = ['information', 'important', 'urgent'] as const;

/** What an institution tells its clients. For all of them, or those of one succursale, of one produit, or of both. */
@Entity('annonces')
export class Annonce extends Row {
  @Text({ max: 120 })
  titre!: string;

  @LongText({ max: 2000 })
  contenu!: string;

  @Choice(importances, { default: 'information' })
  importance!: (typeof importances)[number];

  @Reference(() => Succursale, { optional: true })
  succursale_id!: number | null;

  @Reference(() => Produit, { optional: true })
  produit_id!: number | null;

  /** The first day on which it is shown. */
  @Day()
  debut!: Jour;

  /** The last one. */
  @Day({ optional: true })
  fin!: Jour | null;

  /** Told by PostgreSQL from the columns below, as far as that does not depend on the day. */
  @Column({ type: 'text', insert: false, update: false })
  statut!: Statut;

  @Instant({ optional: true, readOnly: true })
  publiee_le!: Date | null;

  @Instant({ optional: true, readOnly: true })
  retiree_le!: Date | null;

  @LongText({ optional: true, readOnly: true })
  motif_retrait!: string | null;
}

declare(Annonce.prototype, { name: 'statut', kind: 'choice', choices: statuts, readOnly: true });
