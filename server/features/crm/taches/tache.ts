import { Entity } from 'typeorm';
import { Choice, Computed, Day, firstOf, Instant, LongText, Reference, Text } from '../../../core/fields.ts';
import type { Jour } from '../../../core/jours.ts';
import { RestorableRow } from '../../../core/row.ts';
import { Client } from '../../clients/client.ts';
import { Succursale } from '../../organisation/succursales/succursale.ts';
import { Utilisateur } from '../../organisation/utilisateurs/utilisateur.ts';
import { Opportunite } from '../opportunites/opportunite.ts';
import { Projet } from '../projets/projet.ts';
import {
  conditions,
  type Priorite,
  priorites,
  type Statut,
  statuts,
  type Tranche,
  tranches,
  transitions,
} from './etats.ts';

/** Something that one person is to do, by a day or whenever. */
@Entity('taches')
export class Tache extends RestorableRow {
  @Text({ max: 160 })
  titre!: string;

  @LongText({ optional: true })
  description!: string | null;

  /** Who is to do it; whoever writes it down unless another is named. */
  @Reference(() => Utilisateur)
  assigne_a_id!: number;

  @Reference(() => Client, { optional: true })
  client_id!: number | null;

  @Reference(() => Projet, { optional: true })
  projet_id!: number | null;

  @Reference(() => Opportunite, { optional: true })
  opportunite_id!: number | null;

  /** That of what it is about; of a tâche about nothing, that of the person who is to do it. */
  @Reference(() => Succursale, { readOnly: true })
  succursale_id!: number;

  @Choice(priorites, { default: 'moyenne' })
  priorite!: Priorite;

  @Day({ optional: true })
  date_echeance!: Jour | null;

  @Choice(statuts, { default: 'a_faire', readOnly: true })
  statut!: Statut;

  @Instant({ optional: true, readOnly: true })
  terminee_le!: Date | null;

  @Computed('flag', (t) => `coalesce(${conditions(t).en_retard}, false)`)
  en_retard!: boolean;

  @Computed('choice', (t) => firstOf(conditions(t)), { choices: tranches })
  tranche!: Tranche;

  devenir(verb: keyof typeof transitions) {
    this.statut = transitions[verb].vers;
    this.terminee_le = this.statut === 'terminee' ? new Date() : null;
  }
}
