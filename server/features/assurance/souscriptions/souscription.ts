import { Entity } from 'typeorm';
import { z } from 'zod';
import { Choice, Code, Day, Francs, Json, LongText, Reference } from '../../../core/fields.ts';
import type { Jour } from '../../../core/jours.ts';
import type { Francs as Amount } from '../../../core/money.ts';
import { Row } from '../../../core/row.ts';
import { Client } from '../../clients/client.ts';
import { Agent } from '../../organisation/agents/agent.ts';
import { Succursale } from '../../organisation/succursales/succursale.ts';
import { type Duree, type Periodicite, periodicites } from '../echeancier.ts';
import { type Garantie, garantiesSchema } from '../produits/garanties.ts';
import { branches, type Produit, Produit as ProduitEntity } from '../produits/produit.ts';
import { type Statut, statuts, type Transition, transitions } from './etats.ts';

export const canaux = ['ussd', 'borne', 'chatbot', 'agence', 'espace'] as const;

/** What was sold, as it was sold. */
export interface Termes extends Duree {
  produit: string;
  branche: Produit['branche'];
  garanties: Garantie[];
  beneficiaires_max: number;
  taux_commission: number;
  jours_grace: number;
  modele_police: string;
}

const termesSchema = z.strictObject({
  produit: z.string(),
  branche: z.enum(branches),
  garanties: garantiesSchema,
  duree: z.int(),
  duree_unite: z.enum(['jours', 'mois']),
  beneficiaires_max: z.int(),
  taux_commission: z.number(),
  jours_grace: z.int(),
  modele_police: z.string(),
});

/** A request for cover; accepted and paid for, it is a contrat. */
@Entity('souscriptions')
export class Souscription extends Row {
  @Code({ unique: true, readOnly: true })
  numero!: string;

  @Reference(() => Client)
  client_id!: number;

  @Reference(() => ProduitEntity)
  produit_id!: number;

  /** The client's when it was asked for. */
  @Reference(() => Succursale, { readOnly: true })
  succursale_id!: number;

  @Reference(() => Agent, { optional: true })
  agent_id!: number | null;

  @Choice(canaux, { default: 'agence' })
  canal!: (typeof canaux)[number];

  /** Francs per period. */
  @Francs({ min: 1 })
  montant!: Amount;

  @Choice(periodicites)
  periodicite!: Periodicite;

  @Json(termesSchema, { readOnly: true })
  termes!: Termes;

  /** When cover is to begin; once it has begun, when it did. Today unless later. */
  @Day({ optional: true })
  date_effet!: Jour | null;

  @Choice(statuts, { readOnly: true, default: 'en_attente' })
  statut!: Statut;

  @LongText({ optional: true, readOnly: true })
  motif!: string | null;

  /** The sum of what has been paid. */
  @Francs({ readOnly: true, default: 0 })
  paye!: Amount;

  @Day({ optional: true, readOnly: true })
  couvert_jusqu_au!: Jour | null;

  /** The last day of the last term. */
  @Day({ optional: true, readOnly: true })
  expire_le!: Jour | null;

  /** Takes over the product's terms: from now on they are this souscription's own. */
  vendre(produit: Produit) {
    const {
      nom,
      branche,
      garanties,
      duree,
      duree_unite,
      beneficiaires_max,
      taux_commission,
      jours_grace,
      modele_police,
    } = produit;
    const termes = {
      branche,
      garanties,
      duree,
      duree_unite,
      beneficiaires_max,
      taux_commission,
      jours_grace,
      modele_police,
    };
    this.termes = { produit: nom, ...termes };
  }

  devenir(verb: Transition, motif: string | null = null) {
    this.statut = transitions[verb].vers;
    this.motif = motif;
  }
}
