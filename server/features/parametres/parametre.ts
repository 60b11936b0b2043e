import { Entity } from 'typeorm';
import { Choice, Text } from '../../core/fields.ts';
import { Row } from '../../core/row.ts';
import { type CodeParametre, codes } from './catalogue.ts';

/** One setting of the institution. */
@Entity('parametres')
export class Parametre extends Row {
  @Choice(codes, { readOnly: true, unique: true })
  code!: CodeParametre;

  @Text({ max: 60 })
  valeur!: string;
}
