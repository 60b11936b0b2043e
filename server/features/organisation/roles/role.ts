import { Entity } from 'typeorm';
import { type Droits, type Portee, portees } from '../../../core/access.ts';
import { Choice, Code, Flag, Json, LongText, Text } from '../../../core/fields.ts';
import { Row } from '../../../core/row.ts';
import { droitsSchema } from './droits.ts';

/** What a person's post allows: how far it reaches, and its exceptions to what the resources grant by default. */
@Entity('roles')
export class Role extends Row {
  @Code({ unique: true })
  code!: string;

  @Text({ max: 80 })
  nom!: string;

  @Choice(portees)
  portee!: Portee;

  @LongText({ optional: true, max: 500 })
  description!: string | null;

  /** Came with the product: it cannot be deleted, and its code and reach stay. */
  @Flag({ readOnly: true, default: false })
  systeme!: boolean;

  @Json(droitsSchema, { default: {} })
  droits!: Droits;
}
