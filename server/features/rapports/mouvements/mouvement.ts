import { Entity } from 'typeorm';
import { Choice, Day, Integer, Reference } from '../../../core/fields.ts';
import type { Jour } from '../../../core/jours.ts';
import { Row } from '../../../core/row.ts';
import { Produit } from '../../assurance/produits/produit.ts';
import { Souscription } from '../../assurance/souscriptions/souscription.ts';
import { Succursale } from '../../organisation/succursales/succursale.ts';

/** What brings a contrat into the portfolio, then what takes it out. */
export const mouvements = ['nouveau', 'renouvele', 'echu', 'resilie'] as const;
export type NomMouvement = (typeof mouvements)[number];

/** A contrat that enters the portfolio or leaves it. A view: the sum of `nombre` up to a day is what is in force then. */
@Entity('mouvements_portefeuille')
export class Mouvement extends Row {
  /** The first day in, or the first day out. */
  @Day()
  jour!: Jour;

  @Choice(mouvements)
  mouvement!: NomMouvement;

  /** 1 for what enters, -1 for what leaves. */
  @Integer({ min: -1, max: 1 })
  nombre!: number;

  @Reference(() => Souscription)
  souscription_id!: number;

  @Reference(() => Produit)
  produit_id!: number;

  @Reference(() => Succursale)
  succursale_id!: number;
}
