import { Column, Entity } from 'typeorm';
import { Choice, Day, Flag, Francs, Instant, Integer, Phone, Reference, Text } from '../../../../core/fields.ts';
import type { Jour } from '../../../../core/jours.ts';
import type { Francs as Amount } from '../../../../core/money.ts';
import { Row } from '../../../../core/row.ts';
import type { Operateur } from '../../../../integrations/mobile-money/mobile-money.ts';
import type { Motif } from '../../../../integrations/mobile-money/motifs.ts';
import { Paiement } from '../../paiements/paiement.ts';
import { Souscription } from '../../souscriptions/souscription.ts';
import { A_REVOIR_MS, prochainSondage } from '../calendrier.ts';

export const operateurs = ['mtn_money', 'airtel_money'] as const satisfies readonly Operateur[];

/** `inconnue`: it may have arrived or not; like the two before it, it decides nothing. */
export const etats = ['creee', 'envoyee', 'inconnue', 'reussie', 'echouee'] as const;

/** One attempt at being paid by mobile money: stored before it is sent, sent again under the same reference. */
@Entity('tentatives')
export class Tentative extends Row {
  @Text({ unique: true })
  reference!: string;

  @Reference(() => Paiement)
  paiement_id!: number;

  @Reference(() => Souscription)
  souscription_id!: number;

  @Choice(operateurs)
  operateur!: Operateur;

  @Phone()
  telephone!: string;

  @Francs({ min: 1 })
  montant!: Amount;

  /** As it is sent: EUR to MTN's sandbox. */
  @Text()
  devise!: string;

  /** The payment's number, as the operator has it. */
  @Text()
  externe!: string;

  /** Until when cover was paid when this was asked for. */
  @Day({ optional: true })
  couvert_avant!: Jour | null;

  @Column({ type: 'text' })
  jeton_rappel!: string;

  @Choice(etats, { default: 'creee' })
  etat!: (typeof etats)[number];

  /** Older than a day without an end: people look at it, the questions go on. */
  @Flag({ default: false })
  a_revoir!: boolean;

  @Instant({ optional: true })
  a_revoir_le!: Date | null;

  @Text({ optional: true })
  motif_code!: string | null;

  /** The operator's own code, or what it answered last. */
  @Text({ optional: true })
  motif_brut!: string | null;

  /** The operator's number of the transaction. */
  @Text({ optional: true })
  transaction_id!: string | null;

  @Integer({ default: 0 })
  envois!: number;

  @Instant({ optional: true })
  envoyee_le!: Date | null;

  @Integer({ default: 0 })
  sondages!: number;

  /** How many questions in a row the operator has left without an answer. */
  @Integer({ default: 0 })
  echecs_operateur!: number;

  @Instant({ optional: true })
  prochain_le!: Date | null;

  @Instant({ optional: true })
  fini_le!: Date | null;

  get finie(): boolean {
    return this.etat === 'reussie' || this.etat === 'echouee';
  }

  /** It is about to leave. @param now milliseconds */
  partir(now: number) {
    this.envois += 1;
    this.envoyee_le = new Date(now);
    this.prochain_le = new Date(prochainSondage(now, now));
  }

  /** The operator has it. */
  accepter() {
    this.etat = 'envoyee';
    this.echecs_operateur = 0;
    this.motif_brut = null;
  }

  /** It may be there or not. @param repondu whether the operator answered at all */
  douter(detail: string, repondu: boolean) {
    this.etat = 'inconnue';
    this.echecs_operateur = repondu ? 0 : this.echecs_operateur + 1;
    this.motif_brut = detail.slice(0, 200) || null;
  }

  reussir(now: number, transaction_id: string | null) {
    this.finir(now, 'reussie');
    this.transaction_id = transaction_id;
    this.motif_brut = null;
  }

  echouer(now: number, { code, brut }: Pick<Motif, 'code' | 'brut'>) {
    this.finir(now, 'echouee');
    this.motif_code = code;
    this.motif_brut = brut || null;
  }

  /** Whether people are to look at it from now on; an operator that answers nobody is no fault of this attempt. */
  vieillir(now: number): boolean {
    const age = now - this.cree_le.valueOf();
    const due = age >= (this.echecs_operateur > 0 ? 2 * A_REVOIR_MS : A_REVOIR_MS);
    if (this.a_revoir || !due) return false;
    this.a_revoir = true;
    this.a_revoir_le = new Date(now);
    return true;
  }

  private finir(now: number, etat: 'reussie' | 'echouee') {
    this.etat = etat;
    this.fini_le = new Date(now);
    this.prochain_le = null;
    this.a_revoir = false;
    this.echecs_operateur = 0;
  }
}
