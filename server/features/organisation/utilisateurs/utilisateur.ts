import { Column, Entity } from 'typeorm';
import type { Droits } from '../../../core/access.ts';
import { Choice, Email, Flag, Instant, Json, Phone, Reference, Text } from '../../../core/fields.ts';
import { Row } from '../../../core/row.ts';
import { droitsSchema } from '../roles/droits.ts';
import { Role } from '../roles/role.ts';
import { Succursale } from '../succursales/succursale.ts';

/** A member of staff who signs in. The bare columns below never leave the server. */
@Entity('utilisateurs')
export class Utilisateur extends Row {
  @Email({ unique: true })
  email!: string;

  @Text({ max: 80 })
  nom!: string;

  @Text({ optional: true, max: 80 })
  prenom!: string | null;

  @Reference(() => Role)
  role_id!: number;

  @Reference(() => Succursale)
  succursale_id!: number;

  @Text({ optional: true, max: 80 })
  departement!: string | null;

  @Phone({ optional: true })
  telephone!: string | null;

  @Choice(['fr', 'en'], { default: 'fr' })
  langue!: 'fr' | 'en';

  @Flag({ default: true })
  actif!: boolean;

  /** Rights given to or taken from this person alone, beyond the role. */
  @Json(droitsSchema, { default: {} })
  droits!: Droits;

  @Instant({ optional: true, readOnly: true })
  derniere_connexion!: Date | null;

  /** argon2id; null until the person has chosen one. */
  @Column({ type: 'text', nullable: true, select: false })
  mot_de_passe!: string | null;

  /** Raised to end every session and token of this person at once. */
  @Column({ type: 'integer', default: 1 })
  epoque!: number;

  @Column({ type: 'text', nullable: true, select: false })
  totp_secret!: string | null;

  @Column({ type: 'boolean', default: false })
  totp_actif!: boolean;

  fermerSessions() {
    this.epoque += 1;
  }
}
