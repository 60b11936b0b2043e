import { Entity } from 'typeorm';
import { Choice, Computed, Day, Francs, LongText, Reference, Text } from '../../../core/fields.ts';
import { aujourdhui, type Jour } from '../../../core/jours.ts';
import type { Francs as Amount } from '../../../core/money.ts';
import { RestorableRow } from '../../../core/row.ts';
import { Client } from '../../clients/client.ts';
import { Succursale } from '../../organisation/succursales/succursale.ts';
import { Utilisateur } from '../../organisation/utilisateurs/utilisateur.ts';
import { Devis } from '../devis/devis.ts';
import { MONTANT_MAX } from '../devis/lignes.ts';
import { type Statut, statuts, transitions } from './etats.ts';

/** Work that was promised to a client, with its days and its budget. */
@Entity('projets')
export class Projet extends RestorableRow {
  @Text({ max: 160 })
  titre!: string;

  @LongText({ optional: true })
  description!: string | null;

  @Reference(() => Client)
  client_id!: number;

  /** The client's. */
  @Reference(() => Succursale, { readOnly: true })
  succursale_id!: number;

  @Reference(() => Utilisateur, { optional: true })
  responsable_id!: number | null;

  @Choice(statuts, { default: 'a_faire', readOnly: true })
  statut!: Statut;

  @Day()
  date_debut!: Jour;

  /** Later than the first day. */
  @Day({ optional: true })
  date_fin!: Jour | null;

  @Francs({ optional: true, max: MONTANT_MAX })
  budget!: Amount | null;

  /** What the client accepted. */
  @Reference(() => Devis, { optional: true })
  devis_id!: number | null;

  @Day({ optional: true, readOnly: true })
  termine_le!: Jour | null;

  /** Days from the first to the last. */
  @Computed('integer', (t) => `${t}.date_fin - ${t}.date_debut`, { optional: true })
  duree!: number | null;

  /** Its last day is past, or was when it was finished. */
  @Computed('flag', (t) => `coalesce(${t}.date_fin < coalesce(${t}.termine_le, date_metier()), false)`)
  en_retard!: boolean;

  devenir(verb: keyof typeof transitions) {
    this.statut = transitions[verb].vers;
    this.termine_le = this.statut === 'termine' ? aujourdhui() : null;
  }
}
