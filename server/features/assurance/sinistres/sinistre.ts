import { Entity } from 'typeorm';
import { z } from 'zod';
import { Choice, Code, Day, Francs, Instant, Json, LongText, Phone, Reference, Text } from '../../../core/fields.ts';
import type { Jour } from '../../../core/jours.ts';
import type { Francs as Amount } from '../../../core/money.ts';
import { Row } from '../../../core/row.ts';
import { Succursale } from '../../organisation/succursales/succursale.ts';
import { Utilisateur } from '../../organisation/utilisateurs/utilisateur.ts';
import { Souscription } from '../souscriptions/souscription.ts';
import { type Statut, statuts } from './etats.ts';
import { type Accord, accordsSchema, type Ligne, lignesSchema, repartir, totalAccorde, totalPaye } from './lignes.ts';
import { type Alerte, alertes, type MotifRejet, motifs } from './motifs.ts';

export const canaux = ['agence', 'borne', 'espace', 'chatbot'] as const;
export type CanalSinistre = (typeof canaux)[number];

export const liens = ['assure', 'conjoint', 'enfant', 'parent', 'beneficiaire', 'autre'] as const;
export type LienDeclarant = (typeof liens)[number];

/** Who acts and when: kept with each step. */
export interface Acte {
  par: number | null;
  le: Date;
}

/** An event for which cover is claimed, from its declaration to the last franc paid. Nothing of it is ever deleted. */
@Entity('sinistres')
export class Sinistre extends Row {
  @Code({ unique: true, readOnly: true })
  numero!: string;

  @Reference(() => Souscription)
  souscription_id!: number;

  /** The souscription's. */
  @Reference(() => Succursale, { readOnly: true })
  succursale_id!: number;

  @Choice(statuts, { readOnly: true, default: 'declare' })
  statut!: Statut;

  @Json(z.array(z.enum(alertes)), { readOnly: true, default: [] })
  alertes!: Alerte[];

  @Day()
  date_survenance!: Jour;

  @Text({ max: 120 })
  declarant_nom!: string;

  @Phone({ optional: true })
  declarant_telephone!: string | null;

  @Choice(liens, { default: 'assure' })
  declarant_lien!: LienDeclarant;

  /** Where and how it happened, for all who work on it. */
  @LongText({ optional: true, max: 2000 })
  circonstances!: string | null;

  /** Medical details may stand here: seen with a further right. */
  @LongText({ optional: true })
  description!: string | null;

  @Json(lignesSchema)
  lignes!: Ligne[];

  @Json(accordsSchema, { readOnly: true, default: [] })
  accords!: Accord[];

  @Francs({ readOnly: true })
  demande!: Amount;

  @Francs({ readOnly: true })
  accorde!: Amount;

  @Francs({ readOnly: true })
  paye!: Amount;

  @Choice(canaux, { readOnly: true, default: 'agence' })
  canal!: CanalSinistre;

  @Reference(() => Utilisateur, { optional: true, readOnly: true })
  declare_par_id!: number | null;

  @Instant({ readOnly: true })
  declare_le!: Date;

  @Reference(() => Utilisateur, { optional: true, readOnly: true })
  instructeur_id!: number | null;

  @Instant({ optional: true, readOnly: true })
  affecte_le!: Date | null;

  @Reference(() => Utilisateur, { optional: true, readOnly: true })
  evaluateur_id!: number | null;

  @Instant({ optional: true, readOnly: true })
  evalue_le!: Date | null;

  @LongText({ optional: true, readOnly: true })
  commentaire!: string | null;

  @Reference(() => Utilisateur, { optional: true, readOnly: true })
  decideur_id!: number | null;

  @Instant({ optional: true, readOnly: true })
  decide_le!: Date | null;

  /** From this sum on a second person approves: the parameter when it was decided, less what the event had got before. */
  @Francs({ optional: true, readOnly: true })
  seuil_approbation!: Amount | null;

  @Reference(() => Utilisateur, { optional: true, readOnly: true })
  approbateur_id!: number | null;

  @Instant({ optional: true, readOnly: true })
  approuve_le!: Date | null;

  @Choice(motifs, { optional: true, readOnly: true })
  motif_rejet!: MotifRejet | null;

  @LongText({ optional: true, readOnly: true })
  commentaire_rejet!: string | null;

  /** When the last franc was paid. */
  @Instant({ optional: true, readOnly: true })
  paye_le!: Date | null;

  affecter(instructeur_id: number, { le }: Acte) {
    this.instructeur_id = instructeur_id;
    this.affecte_le = le;
    this.statut = 'instruction';
  }

  evaluer(accords: Accord[], commentaire: string | null, { par, le }: Acte) {
    this.accords = accords;
    this.commentaire = commentaire;
    this.evaluateur_id = par;
    this.evalue_le = le;
  }

  /** At once below the threshold; from it on a second person has the last word. */
  accepter(seuil: Amount, { par, le }: Acte) {
    this.decideur_id = par;
    this.decide_le = le;
    this.seuil_approbation = seuil;
    this.statut = totalAccorde(this.accords) < seuil ? 'accepte' : 'a_approuver';
  }

  approuver({ par, le }: Acte) {
    this.approbateur_id = par;
    this.approuve_le = le;
    this.statut = 'accepte';
  }

  /** Back to the desk: what was granted is evaluated anew. */
  renvoyer() {
    this.oublierDecision();
    this.statut = 'instruction';
  }

  rejeter(motif: MotifRejet, commentaire: string, { par, le }: Acte) {
    this.oublierDecision();
    this.motif_rejet = motif;
    this.commentaire_rejet = commentaire;
    this.decideur_id = par;
    this.decide_le = le;
    this.statut = 'rejete';
  }

  rouvrir() {
    this.oublierDecision();
    this.statut = this.instructeur_id === null ? 'declare' : 'instruction';
  }

  /** Pays francs, or takes them back when negative. */
  regler(montant: Amount, le: Date) {
    this.accords = repartir(this.accords, montant);
    const whole = totalPaye(this.accords) === totalAccorde(this.accords);
    this.statut = whole ? 'paye' : 'accepte';
    this.paye_le = whole ? le : null;
  }

  private oublierDecision() {
    this.accords = [];
    for (const field of ['evaluateur_id', 'evalue_le', 'decideur_id', 'decide_le'] as const) this[field] = null;
    for (const field of ['seuil_approbation', 'approbateur_id', 'approuve_le'] as const) this[field] = null;
    this.motif_rejet = null;
    this.commentaire_rejet = null;
  }
}
