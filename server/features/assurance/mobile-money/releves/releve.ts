import { createHash } from 'node:crypto';
import { Entity } from 'typeorm';
import { z } from 'zod';
import { Choice, Day, Francs, Instant, Integer, Json, LongText, Text } from '../../../../core/fields.ts';
import type { Jour } from '../../../../core/jours.ts';
import type { Francs as Amount } from '../../../../core/money.ts';
import { Row } from '../../../../core/row.ts';
import type { Operateur } from '../../../../integrations/mobile-money/mobile-money.ts';
import { classes } from '../../../../integrations/mobile-money/rapprochement.ts';
import { operateurs } from '../tentatives/tentative.ts';

/** Characters of a file: a day of some thousands of payments. */
const CONTENU_MAX = 900_000;

const totauxSchema = z.array(
  z.strictObject({
    operateur: z.enum(operateurs),
    jour: z.string(),
    devise: z.string(),
    operateur_montant: z.int(),
    nous_montant: z.int(),
    nombre: z.record(z.enum(classes), z.int()),
  }),
);
export type Totaux = z.output<typeof totauxSchema>;

/** An operator's statement, imported and compared with our books. */
@Entity('releves')
export class Releve extends Row {
  @Choice(operateurs)
  operateur!: Operateur;

  /** The file as text: CSV. */
  @LongText({ max: CONTENU_MAX })
  contenu!: string;

  /** SHA-256 of the operator and the file: the same one counts once. */
  @Text({ unique: true, readOnly: true })
  empreinte!: string;

  @Day({ optional: true, readOnly: true })
  du!: Jour | null;

  @Day({ optional: true, readOnly: true })
  au!: Jour | null;

  @Integer({ readOnly: true })
  lignes!: number;

  /** Lines that could not be read: they count as unsettled. */
  @Integer({ readOnly: true, default: 0 })
  illisibles!: number;

  @Francs({ readOnly: true, default: 0 })
  montant_operateur!: Amount;

  @Francs({ readOnly: true, default: 0 })
  montant_nous!: Amount;

  /** By operator, day and currency. */
  @Json(totauxSchema, { readOnly: true, default: [] })
  totaux!: Totaux;

  /** Cases that were not the same on both sides when it was compared. */
  @Integer({ readOnly: true, default: 0 })
  a_resoudre!: number;

  @Instant({ optional: true, readOnly: true })
  rapproche_le!: Date | null;
}

export const empreinteDe = ({ operateur, contenu }: Pick<Releve, 'operateur' | 'contenu'>): string =>
  createHash('sha256').update(`${operateur}\n${contenu.trim()}`).digest('hex');
