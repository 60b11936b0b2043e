import { Column, Entity } from 'typeorm';
import {
  Choice,
  Code,
  Computed,
  Day,
  declare,
  Instant,
  Integer,
  Json,
  LongText,
  Reference,
  Text,
} from '../../../core/fields.ts';
import type { Jour } from '../../../core/jours.ts';
import type { Francs as Amount } from '../../../core/money.ts';
import { Row } from '../../../core/row.ts';
import { Souscription } from '../../assurance/souscriptions/souscription.ts';
import { Client } from '../../clients/client.ts';
import { Succursale } from '../../organisation/succursales/succursale.ts';
import { Opportunite } from '../opportunites/opportunite.ts';
import { type Statut, statuts, type Transition, transitions } from './etats.ts';
import { type Ligne, lignesSchema } from './lignes.ts';

/** Whether a later version of a devis exists. */
const remplace = (t: string) => `exists (select from devis suivant where suivant.precedent_id = ${t}.id)`;

/** An offer to a client, line by line. Once sent it stays as it is: what changes is a new version of it. */
@Entity('devis')
export class Devis extends Row {
  /** The same for all versions. */
  @Code({ readOnly: true })
  numero!: string;

  @Integer({ min: 1, default: 1, readOnly: true })
  version!: number;

  /** `DV-2026-00012 v2`: what people call this version. */
  @Column({ type: 'text', insert: false, update: false })
  reference!: string;

  @Reference(() => Opportunite)
  opportunite_id!: number;

  /** The opportunité's. */
  @Reference(() => Client, { readOnly: true })
  client_id!: number;

  @Reference(() => Succursale, { readOnly: true })
  succursale_id!: number;

  @Reference(() => Devis, { optional: true, readOnly: true })
  precedent_id!: number | null;

  @Choice(statuts, { default: 'brouillon', readOnly: true })
  statut!: Statut;

  @Json(lignesSchema)
  lignes!: Ligne[];

  /** Francs: the sum of the lines, told by PostgreSQL. */
  @Column({ type: 'bigint', insert: false, update: false })
  montant!: Amount;

  /** What is said to the client above the lines. */
  @LongText({ optional: true })
  contenu!: string | null;

  /** The last day on which it can be accepted. */
  @Day({ given: true })
  valide_jusqu_au!: Jour;

  @Instant({ optional: true, readOnly: true })
  envoye_le!: Date | null;

  /** When the client first opened it. */
  @Instant({ optional: true, readOnly: true })
  consulte_le!: Date | null;

  @Instant({ optional: true, readOnly: true })
  repondu_le!: Date | null;

  /** The name of who answered, as they gave it. */
  @Text({ optional: true, readOnly: true, max: 120 })
  repondu_par!: string | null;

  @LongText({ optional: true, readOnly: true })
  motif_refus!: string | null;

  /** What came of it. */
  @Reference(() => Souscription, { optional: true, readOnly: true })
  souscription_id!: number | null;

  /** Nobody answered while it was valid. */
  @Computed('flag', (t) => `${t}.statut not in ('accepte', 'refuse') and ${t}.valide_jusqu_au < date_metier()`)
  expire!: boolean;

  /** A later version exists. */
  @Computed('flag', remplace)
  remplace!: boolean;

  devenir(verb: Transition) {
    this.statut = transitions[verb].vers;
  }
}

declare(Devis.prototype, { name: 'reference', kind: 'text', readOnly: true });
declare(Devis.prototype, { name: 'montant', kind: 'francs', readOnly: true });
