import { Entity } from 'typeorm';
import { z } from 'zod';
import { input } from '../../../../core/action.ts';
import { Choice, Code, Francs, Instant, Integer, Json, LongText, Reference } from '../../../../core/fields.ts';
import type { Francs as Amount } from '../../../../core/money.ts';
import { Row } from '../../../../core/row.ts';
import { Agent } from '../../../organisation/agents/agent.ts';
import { Succursale } from '../../../organisation/succursales/succursale.ts';
import { Utilisateur } from '../../../organisation/utilisateurs/utilisateur.ts';

export const statuts = ['etabli', 'receptionne', 'annule'] as const;

/** The most payments that one bordereau holds. */
export const PAIEMENTS_MAX = 2000;

const paiementsSchema = z.array(input.reference('paiements')).max(PAIEMENTS_MAX);

/** Bordereau de reversement: the cash that an agent hands in, payment by payment. */
@Entity('bordereaux')
export class Bordereau extends Row {
  @Code({ unique: true, readOnly: true })
  numero!: string;

  @Reference(() => Agent)
  agent_id!: number;

  /** The agent's when it was made. */
  @Reference(() => Succursale, { readOnly: true })
  succursale_id!: number;

  /** Keys of its payments; when none is named, all the cash that the agent holds. */
  @Json(paiementsSchema, { default: [] })
  paiements!: number[];

  @Francs({ readOnly: true })
  montant!: Amount;

  /** How many payments. */
  @Integer({ readOnly: true })
  nombre!: number;

  @Choice(statuts, { readOnly: true, default: 'etabli' })
  statut!: (typeof statuts)[number];

  @Instant({ readOnly: true })
  etabli_le!: Date;

  @Reference(() => Utilisateur, { optional: true, readOnly: true })
  etabli_par_id!: number | null;

  @Instant({ optional: true, readOnly: true })
  receptionne_le!: Date | null;

  @Reference(() => Utilisateur, { optional: true, readOnly: true })
  receptionne_par_id!: number | null;

  @LongText({ optional: true, readOnly: true })
  motif!: string | null;

  /** @param le the business instant, @param par the utilisateur who counted the cash */
  receptionner(le: Date, par: number | null) {
    this.statut = 'receptionne';
    this.receptionne_le = le;
    this.receptionne_par_id = par;
  }

  annuler(motif: string | null) {
    this.statut = 'annule';
    this.motif = motif;
  }
}
