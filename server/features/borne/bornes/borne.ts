import { Column, Entity } from 'typeorm';
import { Choice, declare, Instant, Reference, Text } from '../../../core/fields.ts';
import { Row } from '../../../core/row.ts';
import { Succursale } from '../../organisation/succursales/succursale.ts';

/** `muette`: in service, but not heard of for five minutes. */
export const etats = ['a_enroler', 'en_service', 'muette', 'revoquee'] as const;

/** As the shell of the terminal tells it. */
export const imprimantes = ['prete', 'papier', 'hors_ligne', 'bloquee', 'absente', 'inconnue'] as const;

/** A field that PostgreSQL tells from other columns: nobody writes it. */
const Told: PropertyDecorator = (prototype, key) => {
  declare(prototype, { name: String(key), kind: 'choice', choices: etats, readOnly: true });
  Column({ type: 'text', insert: false, update: false })(prototype, key);
};

/** A terminal in a succursale. Its secret and its code are kept as digests, which no screen is ever given. */
@Entity('bornes')
export class Borne extends Row {
  @Text({ max: 80, unique: true })
  nom!: string;

  @Reference(() => Succursale)
  succursale_id!: number;

  @Text({ optional: true, max: 200 })
  emplacement!: string | null;

  @Told
  etat!: (typeof etats)[number];

  @Instant({ optional: true, readOnly: true })
  dernier_contact!: Date | null;

  /** Of the shell: `1.4.0`. */
  @Text({ optional: true, readOnly: true, max: 40 })
  version!: string | null;

  @Choice(imprimantes, { readOnly: true, default: 'inconnue' })
  imprimante!: (typeof imprimantes)[number];

  @Instant({ optional: true, readOnly: true })
  enrolee_le!: Date | null;

  @Instant({ optional: true, readOnly: true })
  revoquee_le!: Date | null;

  @Column({ type: 'text', select: false, nullable: true })
  empreinte!: string | null;

  @Column({ type: 'text', select: false, nullable: true })
  code_empreinte!: string | null;

  @Column({ type: 'timestamptz', select: false, nullable: true })
  code_expire_le!: Date | null;

  revoquer() {
    this.revoquee_le = new Date();
  }
}
