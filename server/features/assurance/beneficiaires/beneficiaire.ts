import { Entity } from 'typeorm';
import { Choice, Day, Percent, Phone, Reference, Text } from '../../../core/fields.ts';
import type { Jour } from '../../../core/jours.ts';
import { RestorableRow } from '../../../core/row.ts';
import { Souscription } from '../souscriptions/souscription.ts';

export const relations = ['conjoint', 'enfant', 'parent', 'frere_soeur', 'autre'] as const;

/** Who is paid, and what share of it. A retired one is kept. */
@Entity('beneficiaires')
export class Beneficiaire extends RestorableRow {
  @Reference(() => Souscription)
  souscription_id!: number;

  @Text({ max: 120 })
  nom!: string;

  @Text({ max: 120 })
  prenom!: string;

  @Choice(relations)
  relation!: (typeof relations)[number];

  @Phone({ optional: true })
  telephone!: string | null;

  @Day({ optional: true })
  date_naissance!: Jour | null;

  /** In percent; 0 for a new one asks for equal shares. The living ones of a souscription share 100. */
  @Percent({ default: 0 })
  part!: number;
}
