import { introuvable, refuse } from '../../../core/errors.ts';
import { aujourdhui, type Jour, plusJours } from '../../../core/jours.ts';
import type { Francs } from '../../../core/money.ts';
import { reserveNumbers } from '../../../core/numbering.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import { type Duree, type Periodicite, termeDepuis } from '../echeancier.ts';
import { attribuer } from '../polices/attribution.ts';
import type { Termes } from '../souscriptions/souscription.ts';
import { avertir } from './avertir.ts';
import { duEntier } from './ouvrir.ts';
import type { TypePaiement } from './paiement.ts';

/** What the operator told of the payment. */
export interface Preuve {
  reference_operateur?: string;
  code_confirmation?: string;
  frais?: Francs;
}

/** What a payment brought about; `a_rapprocher`: the souscription had ended meanwhile, the money is kept as credit. */
export type Effet = 'ouvert' | 'renouvele' | 'credite' | 'a_rapprocher';

interface Paid {
  type: TypePaiement;
  souscription_id: number;
  statut: string;
}

interface Sold {
  id: number;
  statut: string;
  montant: Francs;
  periodicite: Periodicite;
  paye: Francs;
  date_effet: Jour | null;
  expire_le: Jour | null;
  termes: Termes;
}

/**
 * The money has arrived. Nothing but this opens or renews cover (art. 13): term, police and activation are written
 * in the transaction that records the payment as successful. Never refuses what was charged.
 * The caller holds the souscription's row. @throws 404, 409 for a payment that has ended already
 */
export async function confirmerPaiement(tx: Transaction, id: number, preuve: Preuve = {}): Promise<Effet> {
  const paid = await fix(
    tx,
    `update paiements set statut = 'reussi', paye_le = instant_metier(), frais = coalesce($2, frais),
       reference_operateur = coalesce($3, reference_operateur), code_confirmation = coalesce($4, code_confirmation),
       revision = revision + 1, modifie_le = now()
     where id = $1 and statut in ('initie', 'en_cours') returning type, souscription_id, statut`,
    [id, preuve.frais ?? null, preuve.reference_operateur ?? null, preuve.code_confirmation ?? null],
  );
  return suivre(tx, id, paid.souscription_id, paid.type);
}

/** What follows from money that has just come in, a correction upwards included; the client hears of it. */
export async function suivre(
  tx: Transaction,
  paiement_id: number,
  souscription_id: number,
  type: TypePaiement,
): Promise<Effet> {
  const [sold] = await tx.query<Sold>(
    `select id, statut, montant, periodicite, paye, date_effet::text, expire_le::text, termes from souscriptions where id = $1`,
    [souscription_id],
  );
  for (const table of ['paiements', 'souscriptions', 'agents']) tx.changed(table);
  const effet = await follow(tx, sold as Sold, type);
  await avertir(tx, paiement_id, effet === 'ouvert');
  return effet;
}

/** It will not arrive. @param motif for people, in French */
export async function echouerPaiement(tx: Transaction, id: number, motif: string): Promise<void> {
  await fix(
    tx,
    `update paiements set statut = 'echoue', motif_echec = $2, revision = revision + 1, modifie_le = now()
     where id = $1 and statut in ('initie', 'en_cours') returning type, souscription_id, statut`,
    [id, motif],
  );
  tx.changed('paiements');
}

async function fix(tx: Transaction, text: string, values: unknown[]): Promise<Paid> {
  const [row] = await tx.query<Paid>(text, values);
  if (row) return row;
  const known = await tx.query('select from paiements where id = $1', [values[0]]);
  throw known.length > 0 ? refuse('paiement_termine') : introuvable();
}

async function follow(tx: Transaction, sold: Sold, type: TypePaiement): Promise<Effet> {
  const due = await duEntier(tx, sold.id);
  if (sold.statut === 'en_attente') {
    if (sold.paye < sold.montant) return 'credite';
    await ouvrir(tx, sold);
    return 'ouvert';
  }
  if (!['activee', 'suspendue'].includes(sold.statut)) return 'a_rapprocher';
  if (type !== 'renouvellement' || sold.paye < due + sold.montant) return 'credite';
  await ajouterTerme(tx, sold, debutDuRenouvellement(sold));
  return 'renouvele';
}

async function ouvrir(tx: Transaction, sold: Sold): Promise<void> {
  const today = aujourdhui();
  const effet = sold.date_effet && sold.date_effet > today ? sold.date_effet : today;
  await ajouterTerme(tx, sold, effet);
  await attribuer(tx, sold);
  await tx.query(`update souscriptions set statut = 'activee', date_effet = $2 where id = $1`, [sold.id, effet]);
}

/** Joined to the term before; one that lapsed for longer than the days of grace begins anew on the day of payment. */
export function debutDuRenouvellement({ expire_le, termes }: Pick<Sold, 'expire_le' | 'termes'>): Jour {
  const next = plusJours(expire_le as Jour, 1);
  return aujourdhui() <= plusJours(next, termes.jours_grace) ? next : aujourdhui();
}

async function ajouterTerme(tx: Transaction, sold: Sold, effet: Jour): Promise<void> {
  const duree: Duree = sold.termes;
  const terme = termeDepuis(effet, duree, sold.periodicite);
  const quittance = await reserveNumbers(tx, `quittances:${effet.slice(0, 4)}`, terme.nombre);
  await tx.query(
    `insert into termes (souscription_id, rang, date_effet, date_expiration, montant, mois, nombre, du_avant, premiere_quittance)
     select $1, count(*), $2, $3, $4, $5, $6, coalesce(sum(montant * nombre), 0), $7 from termes where souscription_id = $1`,
    [sold.id, terme.date_effet, terme.date_expiration, sold.montant, terme.mois, terme.nombre, quittance],
  );
}
