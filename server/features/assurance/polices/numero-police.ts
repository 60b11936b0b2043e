import { Entity } from 'typeorm';
import { Choice, Code, Instant, LongText, Reference } from '../../../core/fields.ts';
import { Row } from '../../../core/row.ts';
import { Utilisateur } from '../../organisation/utilisateurs/utilisateur.ts';
import { Souscription } from '../souscriptions/souscription.ts';

/** The number under which a souscription is insured; who gave it, how, when and why. */
@Entity('numeros_police')
export class NumeroPolice extends Row {
  @Code({ unique: true })
  numero!: string;

  @Reference(() => Souscription)
  souscription_id!: number;

  @Choice(['automatique', 'manuelle'])
  mode_attribution!: 'automatique' | 'manuelle';

  @Reference(() => Utilisateur, { optional: true })
  agent_attribueur_id!: number | null;

  @Instant()
  attribue_le!: Date;

  @LongText({ optional: true })
  motif!: string | null;
}
