import { type Jour, plusJours } from '../../../core/jours.ts';
import type { Francs } from '../../../core/money.ts';
import { nextNumber } from '../../../core/numbering.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import { NUMERO } from './declarer.ts';
import type { Statut } from './etats.ts';
import { type Ligne, totalAccorde } from './lignes.ts';
import type { MotifRejet } from './motifs.ts';
import { inscrire } from './reglements/payer.ts';
import { type Acte, type CanalSinistre, type LienDeclarant, Sinistre } from './sinistre.ts';
import { alertesDe, exigerDroits, maximumDe, situationDe } from './situation.ts';

export interface SinistreOptions {
  souscription_id: number;
  date_survenance: Jour;
  lignes: Ligne[];
  declarant_nom: string;
  statut: Statut;
  /** The day after it happened unless given; each further step is a day later. */
  declare_le?: Jour;
  /** Utilisateurs; needed as far as the state asks for them, the approver another than the instructeur. */
  instructeur_id?: number;
  approbateur_id?: number;
  motif_rejet?: MotifRejet;
  commentaire_rejet?: string;
  /** What was paid of one that is accepted and not yet settled. */
  acompte?: Francs;
  canal?: CanalSinistre;
  declarant_lien?: LienDeclarant;
  declarant_telephone?: string;
  circonstances?: string;
  /** The threshold in force; none unless given. */
  seuil?: Francs;
}

/**
 * A sinistre of any day, brought to its state by its own verbs: granted as much as the souscription gave it on that day.
 * @throws 409 when that is not covered, RangeError when it lacks a person whom its state asks for
 */
export async function makeSinistre(tx: Transaction, options: SinistreOptions): Promise<Sinistre> {
  const { statut, instructeur_id, approbateur_id, motif_rejet, commentaire_rejet, acompte, declare_le, ...rest } =
    options;
  const { seuil = Number.MAX_SAFE_INTEGER, ...declared } = rest;
  const first = declare_le ?? plusJours(options.date_survenance, 1);
  const acte = (step: number, par: number | null = null): Acte => ({
    par,
    le: new Date(`${plusJours(first, step)}T09:30:00+01:00`),
  });
  const [sold] = await tx.query<{ succursale_id: number }>('select succursale_id from souscriptions where id = $1', [
    options.souscription_id,
  ]);
  const sinistre = tx.em.create(Sinistre, {
    canal: 'agence',
    declarant_lien: 'assure',
    statut: 'declare',
    accords: [],
    ...declared,
    numero: await nextNumber(tx, 'sinistres.numero', NUMERO, { YYYY: first.slice(0, 4) }),
    succursale_id: sold?.succursale_id,
    declare_le: acte(0).le,
    alertes: await alertesDe(tx, options),
  } as Partial<Sinistre>);
  await tx.em.save(sinistre);
  tx.changed('sinistres');
  if (statut === 'declare') return sinistre;

  if (statut === 'rejete' && !instructeur_id) {
    sinistre.rejeter(motif_rejet ?? 'autre', commentaire_rejet ?? 'Sans suite', acte(1));
    return tx.em.save(sinistre);
  }
  const instructeur = needed(instructeur_id, 'instructeur_id');
  sinistre.affecter(instructeur, acte(1));
  if (statut === 'rejete')
    sinistre.rejeter(motif_rejet ?? 'autre', commentaire_rejet ?? 'Sans suite', acte(3, instructeur));
  if (statut === 'instruction' || statut === 'rejete') return tx.em.save(sinistre);

  await grant(tx, sinistre, acte(2, instructeur));
  sinistre.accepter(statut === 'a_approuver' ? 0 : seuil, acte(3, instructeur));
  if (sinistre.statut === 'a_approuver' && statut !== 'a_approuver')
    sinistre.approuver(acte(4, needed(approbateur_id, 'approbateur_id')));
  await tx.em.save(sinistre);
  const montant = statut === 'paye' ? totalAccorde(sinistre.accords) : acompte;
  return montant ? settle(tx, sinistre, montant, acte(6).le) : sinistre;
}

async function grant(tx: Transaction, sinistre: Sinistre, acte: Acte) {
  const situations = await situationDe(tx, sinistre);
  const accords = sinistre.lignes.map(({ garantie, demande }) => {
    const situation = situations.get(garantie);
    return { garantie, accorde: situation ? maximumDe(situation, demande) : 0, paye: 0, motif: null };
  });
  sinistre.evaluer(accords, null, acte);
  await exigerDroits(tx, sinistre);
}

async function settle(tx: Transaction, sinistre: Sinistre, montant: Francs, le: Date): Promise<Sinistre> {
  const { id: sinistre_id, succursale_id, declarant_nom: beneficiaire } = sinistre;
  await inscrire(tx, { sinistre_id, succursale_id, montant, mode_paiement: 'especes', beneficiaire, le });
  sinistre.regler(montant, le);
  return tx.em.save(sinistre);
}

function needed(id: number | undefined, name: string): number {
  if (id === undefined) throw new RangeError(`${name} is needed`);
  return id;
}
