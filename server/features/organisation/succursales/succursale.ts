import { Entity } from 'typeorm';
import { Choice, Code, Email, Phone, Reference, Text } from '../../../core/fields.ts';
import { Row } from '../../../core/row.ts';

/** ISO 3166 codes of the countries served. */
export const pays = ['CG', 'CM'] as const;

/** A head office or branch. The tree has the direction générale on top; a branch sees itself and what is below it. */
@Entity('succursales')
export class Succursale extends Row {
  @Code({ unique: true })
  code!: string;

  @Text({ max: 120 })
  nom!: string;

  @Text({ max: 80 })
  ville!: string;

  @Choice(pays)
  pays!: (typeof pays)[number];

  @Reference(() => Succursale, { optional: true })
  parent_id!: number | null;

  @Text({ optional: true, max: 200 })
  adresse!: string | null;

  @Phone({ optional: true })
  telephone!: string | null;

  @Email({ optional: true })
  email!: string | null;
}
