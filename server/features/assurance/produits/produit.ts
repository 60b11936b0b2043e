import { Entity } from 'typeorm';
import { z } from 'zod';
import { Choice, Code, Flag, Francs, Integer, Json, LongText, Percent, Text } from '../../../core/fields.ts';
import type { Francs as Amount } from '../../../core/money.ts';
import { Row } from '../../../core/row.ts';
import { type Periodicite, periodicites } from '../echeancier.ts';
import { type Garantie, garantiesSchema } from './garanties.ts';

export const branches = ['VIE', 'EPG', 'SAN', 'AUT', 'HAB', 'ACC'] as const;

/** What is sold. A change reaches what is sold from now on; a souscription keeps the terms it was sold with. */
@Entity('produits')
export class Produit extends Row {
  @Code({ unique: true })
  code!: string;

  @Text({ max: 120 })
  nom!: string;

  @Choice(branches)
  branche!: (typeof branches)[number];

  @LongText({ optional: true, max: 2000 })
  description!: string | null;

  @Json(garantiesSchema, { default: [] })
  garanties!: Garantie[];

  @Francs({ min: 1 })
  montant_min!: Amount;

  @Francs({ min: 1 })
  montant_max!: Amount;

  @Json(z.array(z.enum(periodicites)).min(1).max(5))
  periodicites!: Periodicite[];

  @Integer({ min: 1, max: 36_500 })
  duree!: number;

  @Choice(['jours', 'mois'])
  duree_unite!: 'jours' | 'mois';

  @Integer({ min: 0, max: 6, default: 6 })
  beneficiaires_max!: number;

  @Percent({ default: 0 })
  taux_commission!: number;

  @Integer({ min: 0, max: 365, default: 0 })
  jours_grace!: number;

  /** How its polices are numbered. */
  @Text({ max: 60, default: 'CG-{YYYY}-{BRANCHE}-{SEQ:3}' })
  modele_police!: string;

  @Flag({ default: true })
  actif!: boolean;
}
