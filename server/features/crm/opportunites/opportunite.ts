import { Column, Entity } from 'typeorm';
import { Choice, Day, declare, Francs, Integer, LongText, Reference, Text } from '../../../core/fields.ts';
import { aujourdhui, type Jour } from '../../../core/jours.ts';
import type { Francs as Amount } from '../../../core/money.ts';
import { RestorableRow } from '../../../core/row.ts';
import { Client } from '../../clients/client.ts';
import { Succursale } from '../../organisation/succursales/succursale.ts';
import { Utilisateur } from '../../organisation/utilisateurs/utilisateur.ts';
import { MONTANT_MAX } from '../devis/lignes.ts';
import { type Etape, etapes, probabilites, type Statut, statuts } from './etapes.ts';

/** Something that a client may buy: it goes from étape to étape until it is won or lost. */
@Entity('opportunites')
export class Opportunite extends RestorableRow {
  @Text({ max: 160 })
  nom!: string;

  @Reference(() => Client)
  client_id!: number;

  /** The client's. */
  @Reference(() => Succursale, { readOnly: true })
  succursale_id!: number;

  @Reference(() => Utilisateur, { optional: true })
  responsable_id!: number | null;

  @Francs({ max: MONTANT_MAX })
  montant!: Amount;

  /** Hundredths, 0 to 100; that of its étape unless it is given. */
  @Integer({ min: 0, max: 100, default: probabilites.prospect })
  probabilite!: number;

  @Choice(etapes, { default: 'prospect', readOnly: true })
  etape!: Etape;

  @Day({ optional: true })
  date_conclusion_estimee!: Jour | null;

  /** Told by PostgreSQL from the columns beside it. */
  @Column({ type: 'text', insert: false, update: false })
  statut!: Statut;

  /** Francs: montant × probabilite. */
  @Column({ type: 'bigint', insert: false, update: false })
  valeur_ponderee!: Amount;

  @Day({ optional: true, readOnly: true })
  conclue_le!: Jour | null;

  @Day({ optional: true, readOnly: true })
  perdue_le!: Jour | null;

  @LongText({ optional: true, readOnly: true })
  motif_perte!: string | null;

  allerA(etape: Etape) {
    this.etape = etape;
    this.probabilite = probabilites[etape];
    this.conclue_le = etape === 'conclusion' ? aujourdhui() : null;
  }

  gagner(montant: Amount) {
    this.perdue_le = null;
    this.motif_perte = null;
    this.montant = montant;
    this.allerA('conclusion');
  }

  perdre(motif: string) {
    this.probabilite = 0;
    this.perdue_le = aujourdhui();
    this.motif_perte = motif;
  }

  /** Goes on where it was lost; one that was won goes back to the étape before. */
  rouvrir() {
    this.perdue_le = null;
    this.motif_perte = null;
    this.allerA(this.etape === 'conclusion' ? 'negociation' : this.etape);
  }
}

declare(Opportunite.prototype, { name: 'statut', kind: 'choice', choices: statuts, readOnly: true });
declare(Opportunite.prototype, { name: 'valeur_ponderee', kind: 'francs', readOnly: true });
