import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { z } from 'zod';
import { Choice, Code, declare, Instant, Integer, Json, Key, LongText, Reference, Text } from '../../core/fields.ts';
import type { Row } from '../../core/row.ts';
import { Succursale } from '../organisation/succursales/succursale.ts';
import { Utilisateur } from '../organisation/utilisateurs/utilisateur.ts';

const anything = z.json();

/** A line of the journal. The table takes new lines only: a trigger refuses every change and deletion. */
@Entity('journal')
export class Ligne implements Row {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Instant({ readOnly: true })
  horodatage!: Date;

  @Reference(() => Utilisateur, { optional: true, readOnly: true })
  utilisateur_id!: number | null;

  /** The person's name and role as they were then. */
  @Text({ readOnly: true })
  auteur!: string;

  @Code({ readOnly: true })
  role!: string;

  @Choice(['api', 'panneau', 'systeme', 'borne', 'lien'], { readOnly: true })
  surface!: string;

  @Code({ readOnly: true })
  action!: string;

  @Choice(['reussi', 'refuse'], { readOnly: true })
  resultat!: string;

  @Code({ readOnly: true })
  ressource!: string;

  @Key({ optional: true, readOnly: true })
  objet_id!: number | null;

  @Text({ optional: true, readOnly: true })
  objet!: string | null;

  @Reference(() => Succursale, { optional: true, readOnly: true })
  succursale_id!: number | null;

  @LongText({ optional: true, readOnly: true })
  motif!: string | null;

  @Json(anything, { optional: true, readOnly: true })
  avant!: unknown;

  @Json(anything, { optional: true, readOnly: true })
  apres!: unknown;

  @Json(anything, { optional: true, readOnly: true })
  details!: unknown;

  @Text({ optional: true, readOnly: true })
  adresse_ip!: string | null;

  @Text({ optional: true, readOnly: true })
  requete_id!: string | null;

  @Integer({ readOnly: true })
  revision!: number;

  cree_le!: Date;
  modifie_le!: Date;
}

declare(Ligne.prototype, { name: 'id', kind: 'id', readOnly: true });
