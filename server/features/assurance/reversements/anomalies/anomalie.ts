import { Entity } from 'typeorm';
import { Choice, Instant, Key, Reference, Text } from '../../../../core/fields.ts';
import { Row } from '../../../../core/row.ts';
import { Succursale } from '../../../organisation/succursales/succursale.ts';

export const codes = ['paye', 'couverture', 'expiration', 'solde', 'especes', 'ecritures', 'bordereau'] as const;
export type Controle = (typeof codes)[number];

/** Something that did not add up. It closes by itself once the check finds it right. */
@Entity('anomalies')
export class Anomalie extends Row {
  @Choice(codes)
  controle!: Controle;

  /** The number of what is wrong: a souscription's, an agent's, a bordereau's. */
  @Text()
  objet!: string;

  @Key()
  objet_id!: number;

  @Reference(() => Succursale, { optional: true })
  succursale_id!: number | null;

  @Text({ optional: true })
  attendu!: string | null;

  @Text({ optional: true })
  trouve!: string | null;

  @Instant()
  constate_le!: Date;

  @Instant({ optional: true })
  resolu_le!: Date | null;
}
