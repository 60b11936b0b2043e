import { Column, Entity } from 'typeorm';
import { z } from 'zod';
import { Choice, declare, Flag, Instant, Integer, Json, LongText, Reference, Text } from '../../../../core/fields.ts';
import { Row } from '../../../../core/row.ts';
import { Succursale } from '../../../organisation/succursales/succursale.ts';
import { Utilisateur } from '../../../organisation/utilisateurs/utilisateur.ts';
import { type NomRapport, nomsRapports } from '../catalogue.ts';
import { type Format, formats } from '../fichier/formats.ts';

export const planifications = ['aucune', 'quotidienne', 'hebdomadaire', 'mensuelle'] as const;
export type Planification = (typeof planifications)[number];

/** The most addresses that one report is sent to. */
const DESTINATAIRES_MAX = 10;

const valeur = z.union([z.string().max(2000), z.number(), z.boolean()]);

/** Filters as they are kept and sent: a name of the API's dialect and its value; several values in a list. */
export const filtresSchema = z.record(z.string().max(80), z.union([valeur, z.array(valeur).max(200)]));
export type Filtres = z.infer<typeof filtresSchema>;
export const colonnesSchema = z.array(z.string().min(1).max(80)).max(60);
const destinatairesSchema = z.array(z.email().max(200)).max(DESTINATAIRES_MAX);

/** A report as somebody asked for it, under a name, to be made again at will or at fixed times. */
@Entity('rapports_enregistres')
export class RapportEnregistre extends Row {
  @Text({ max: 120 })
  nom!: string;

  @Choice(nomsRapports)
  rapport!: NomRapport;

  @Choice(formats, { default: 'xlsx' })
  format_fichier!: Format;

  @Json(filtresSchema, { default: {} })
  filtres!: Filtres;

  /** The report's own when empty. */
  @Json(colonnesSchema, { default: [] })
  colonnes!: string[];

  /** The report's own when empty; `aucun` for none. */
  @Text({ optional: true, max: 80 })
  grouper_par!: string | null;

  /** Whose it is: it is made with their rights. */
  @Reference(() => Utilisateur, { readOnly: true })
  utilisateur_id!: number;

  @Reference(() => Succursale, { readOnly: true })
  succursale_id!: number;

  /** Whether the others of the succursale may read and run it. */
  @Flag({ default: false })
  partage!: boolean;

  @Choice(planifications, { default: 'aucune' })
  planification!: Planification;

  /** Of the week, 1 for Monday; of the month, 31 for its last day. */
  @Integer({ optional: true, min: 1, max: 31 })
  jour!: number | null;

  /** Of the day, on the institution's clock. */
  @Integer({ optional: true, min: 0, max: 23 })
  heure!: number | null;

  /** Its owner when empty. */
  @Json(destinatairesSchema, { default: [] })
  destinataires!: string[];

  @Flag({ default: false, readOnly: true })
  suspendu!: boolean;

  /** Told by PostgreSQL from what is planned. */
  @Column({ type: 'timestamptz', nullable: true, insert: false, update: false })
  prochain_le!: Date | null;

  @Instant({ optional: true, readOnly: true })
  dernier_le!: Date | null;

  @LongText({ optional: true, readOnly: true })
  dernier_resultat!: string | null;
}

declare(RapportEnregistre.prototype, { name: 'prochain_le', kind: 'instant', readOnly: true, optional: true });
