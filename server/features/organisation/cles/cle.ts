import { Column, Entity } from 'typeorm';
import { Code, Day, Instant, Reference, Text } from '../../../core/fields.ts';
import { Row } from '../../../core/row.ts';
import { Utilisateur } from '../utilisateurs/utilisateur.ts';

/** A program's way in: it acts as one account until it expires or is revoked. The secret is shown once. */
@Entity('cles_api')
export class CleApi extends Row {
  @Text({ max: 80 })
  nom!: string;

  @Code({ readOnly: true })
  prefixe!: string;

  @Reference(() => Utilisateur)
  utilisateur_id!: number;

  /** The last day on which it opens. */
  @Day()
  expire_le!: string;

  @Instant({ optional: true, readOnly: true })
  revoquee_le!: Date | null;

  @Column({ type: 'text', select: false })
  empreinte!: string;

  revoquer() {
    this.revoquee_le = new Date();
  }
}
