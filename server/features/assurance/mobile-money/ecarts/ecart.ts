import { Entity } from 'typeorm';
import {
  Choice,
  Code,
  Day,
  Flag,
  Francs,
  Instant,
  Integer,
  LongText,
  Reference,
  Text,
} from '../../../../core/fields.ts';
import type { Jour } from '../../../../core/jours.ts';
import type { Francs as Amount } from '../../../../core/money.ts';
import { Row } from '../../../../core/row.ts';
import type { Operateur } from '../../../../integrations/mobile-money/mobile-money.ts';
import { Utilisateur } from '../../../organisation/utilisateurs/utilisateur.ts';
import { Paiement } from '../../paiements/paiement.ts';
import { Souscription } from '../../souscriptions/souscription.ts';
import { Releve } from '../releves/releve.ts';
import { operateurs, Tentative } from '../tentatives/tentative.ts';

/**
 * The first four come from a statement or from what the operator says it took. `a_revoir`: a day without an end.
 * `contradiction`: it ended otherwise in our books. `deja_regle`: what it was for had been paid meanwhile, the money is
 * kept as credit. `souscription_terminee`: paid for a souscription that had ended.
 */
export const classes = [
  'ecart',
  'nous_seuls',
  'operateur_seul',
  'doublon',
  'a_revoir',
  'contradiction',
  'deja_regle',
  'souscription_terminee',
] as const;
export type ClasseEcart = (typeof classes)[number];

/** Where the operator's books and ours differ, until it is settled. */
@Entity('ecarts')
export class Ecart extends Row {
  @Code({ unique: true })
  cle!: string;

  @Choice(classes)
  classe!: ClasseEcart;

  @Choice(operateurs)
  operateur!: Operateur;

  @Reference(() => Tentative, { optional: true })
  tentative_id!: number | null;

  @Reference(() => Paiement, { optional: true })
  paiement_id!: number | null;

  @Reference(() => Souscription, { optional: true })
  souscription_id!: number | null;

  @Reference(() => Releve, { optional: true })
  releve_id!: number | null;

  /** Of the statement, its heading being 1. */
  @Integer({ optional: true })
  ligne!: number | null;

  @Day()
  jour!: Jour;

  @Text({ optional: true })
  transaction_id!: string | null;

  @Francs({ optional: true })
  montant_attendu!: Amount | null;

  @Francs({ optional: true })
  montant_constate!: Amount | null;

  @Text({ optional: true })
  devise!: string | null;

  /** The operator itself has said that it holds the money. */
  @Flag({ default: false })
  verifie!: boolean;

  @LongText({ optional: true })
  details!: string | null;

  @Choice(['ouvert', 'resolu'], { default: 'ouvert' })
  statut!: 'ouvert' | 'resolu';

  @LongText({ optional: true })
  resolution!: string | null;

  @Reference(() => Utilisateur, { optional: true })
  resolu_par_id!: number | null;

  @Instant({ optional: true })
  resolu_le!: Date | null;

  resoudre(resolution: string, resolu_par_id: number | null) {
    this.statut = 'resolu';
    this.resolution = resolution;
    this.resolu_par_id = resolu_par_id;
    this.resolu_le = new Date();
  }
}
