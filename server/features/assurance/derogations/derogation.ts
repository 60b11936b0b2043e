import { Entity } from 'typeorm';
import { Choice, Code, Day, Instant, LongText, Reference } from '../../../core/fields.ts';
import type { Jour } from '../../../core/jours.ts';
import { Row } from '../../../core/row.ts';
import { Succursale } from '../../organisation/succursales/succursale.ts';
import { Utilisateur } from '../../organisation/utilisateurs/utilisateur.ts';
import { Souscription } from '../souscriptions/souscription.ts';

export const statuts = ['demandee', 'approuvee', 'accordee', 'rejetee'] as const;

/** Cover lent for unpaid days (code CIMA, art. 13): one person asks, two others grant; it ends by its own date. */
@Entity('derogations')
export class Derogation extends Row {
  @Code({ unique: true, readOnly: true })
  numero!: string;

  @Reference(() => Souscription, { readOnly: true })
  souscription_id!: number;

  @Reference(() => Succursale, { readOnly: true })
  succursale_id!: number;

  @Day({ readOnly: true })
  date_debut!: Jour;

  /** The last day of the loan. */
  @Day({ readOnly: true })
  date_fin!: Jour;

  @LongText({ readOnly: true })
  motif!: string;

  @Reference(() => Utilisateur, { readOnly: true })
  demandeur_id!: number;

  @Reference(() => Utilisateur, { optional: true, readOnly: true })
  approbateur_1_id!: number | null;

  @Reference(() => Utilisateur, { optional: true, readOnly: true })
  approbateur_2_id!: number | null;

  @Choice(statuts, { readOnly: true, default: 'demandee' })
  statut!: (typeof statuts)[number];

  @Instant({ optional: true, readOnly: true })
  accordee_le!: Date | null;

  @Reference(() => Utilisateur, { optional: true, readOnly: true })
  rejetee_par_id!: number | null;

  @LongText({ optional: true, readOnly: true })
  motif_rejet!: string | null;
}
