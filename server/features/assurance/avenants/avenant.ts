import { Entity } from 'typeorm';
import { Choice, Code, Day, Francs, Instant, Json, LongText, Reference } from '../../../core/fields.ts';
import type { Jour } from '../../../core/jours.ts';
import type { Francs as Amount } from '../../../core/money.ts';
import { Row } from '../../../core/row.ts';
import { Succursale } from '../../organisation/succursales/succursale.ts';
import { Utilisateur } from '../../organisation/utilisateurs/utilisateur.ts';
import { type Periodicite, periodicites } from '../echeancier.ts';
import { Souscription } from '../souscriptions/souscription.ts';
import { type Apercu, apercuSchema } from './apercu.ts';

export const natures = ['montant', 'periodicite', 'montant_et_periodicite'] as const;
export const statuts = ['demande', 'approuve', 'rejete'] as const;

/** A change of what was sold: asked for by one person, decided by another. */
@Entity('avenants')
export class Avenant extends Row {
  @Code({ unique: true, readOnly: true })
  numero!: string;

  @Reference(() => Souscription, { readOnly: true })
  souscription_id!: number;

  @Reference(() => Succursale, { readOnly: true })
  succursale_id!: number;

  @Choice(natures, { readOnly: true })
  nature!: (typeof natures)[number];

  @Francs({ readOnly: true })
  ancien_montant!: Amount;

  @Francs({ readOnly: true })
  nouveau_montant!: Amount;

  @Choice(periodicites, { readOnly: true })
  ancienne_periodicite!: Periodicite;

  @Choice(periodicites, { readOnly: true })
  nouvelle_periodicite!: Periodicite;

  /** When the first period begins that had not begun; as of the request, then as of the approval. */
  @Day({ readOnly: true })
  date_effet!: Jour;

  @LongText({ readOnly: true })
  motif!: string;

  @Json(apercuSchema, { readOnly: true })
  apercu!: Apercu;

  @Reference(() => Utilisateur, { readOnly: true })
  demandeur_id!: number;

  @Choice(statuts, { readOnly: true, default: 'demande' })
  statut!: (typeof statuts)[number];

  @Reference(() => Utilisateur, { optional: true, readOnly: true })
  decideur_id!: number | null;

  @Instant({ optional: true, readOnly: true })
  decide_le!: Date | null;

  @LongText({ optional: true, readOnly: true })
  motif_rejet!: string | null;
}
