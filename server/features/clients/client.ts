import { Entity } from 'typeorm';
import { Choice, Computed, Day, Email, LongText, Phone, Reference, Text } from '../../core/fields.ts';
import { RestorableRow } from '../../core/row.ts';
import { Succursale } from '../organisation/succursales/succursale.ts';
import * as chiffres from './chiffres.ts';

const categories = ['particulier', 'professionnel', 'entreprise', 'association'] as const;

/** A person or organisation that a succursale serves: prospect first, insured once there is a contrat. */
@Entity('clients')
export class Client extends RestorableRow {
  @Text({ max: 120 })
  nom!: string;

  @Text({ optional: true, max: 120 })
  prenom!: string | null;

  @Text({ optional: true, max: 160 })
  societe!: string | null;

  @Choice(categories, { default: 'particulier' })
  categorie!: (typeof categories)[number];

  @Email({ optional: true, unique: true })
  email!: string | null;

  @Phone({ optional: true, unique: true })
  telephone!: string | null;

  @Day({ optional: true })
  date_naissance!: string | null;

  @Text({ optional: true, max: 250 })
  adresse!: string | null;

  @Text({ optional: true, max: 80 })
  ville!: string | null;

  @Reference(() => Succursale)
  succursale_id!: number;

  @LongText({ optional: true })
  notes!: string | null;

  @Computed('integer', chiffres.projetsActifs)
  projets_actifs!: number;

  @Computed('integer', chiffres.opportunitesActives)
  opportunites_actives!: number;

  /** Francs: what was paid on their souscriptions, and the devis they accepted that became no souscription. */
  @Computed('francs', chiffres.valeur)
  valeur_client!: number;
}
