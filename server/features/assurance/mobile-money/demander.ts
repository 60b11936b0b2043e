import { randomUUID } from 'node:crypto';
import { champInvalide, introuvable, refuse } from '../../../core/errors.ts';
import { journalize } from '../../../core/journal/journal.ts';
import type { Jour } from '../../../core/jours.ts';
import { normalisePhone } from '../../../core/kinds.ts';
import type { Francs } from '../../../core/money.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import type { Operateur } from '../../../integrations/mobile-money/mobile-money.ts';
import { ouvrirPaiement, type Versement } from '../paiements/ouvrir.ts';
import { Souscription } from '../souscriptions/souscription.ts';
import { caissesPosees, empreinte } from './caisses.ts';

/** What somebody wants to pay by mobile money. */
export interface DemandePaiement {
  souscription_id: number;
  montant: Francs;
  operateur: Operateur;
  /** However it is typed. */
  telephone: string;
  /** Without it the souscription's state says what it is for. */
  type?: Versement['type'];
  /** When cover begins, if it is the first payment. */
  date_effet?: Jour;
  /** Seconds before it is sent: a telephone shows nothing else while a USSD session is open. */
  apres?: number;
}

export interface PaiementDemande {
  paiement_id: number;
  numero: string;
  /** UUID v4. */
  reference: string;
}

/** Milliseconds after which an attempt that no job has sent is sent by whoever looks for what is due. */
const OUBLIEE_MS = 60_000;

/**
 * Stores an attempt and queues its sending, both in this transaction: nothing is sent that is not stored. Whether the
 * person may pay for this souscription is for the caller to have checked; its row is locked here.
 * @throws 409 while another attempt is open or without a till, 404, and as `ouvrirPaiement`
 */
export async function demanderPaiement(tx: Transaction, demande: DemandePaiement): Promise<PaiementDemande> {
  const { operateur, montant, type, date_effet, apres = 0 } = demande;
  const caisses = caissesPosees(tx);
  const till = caisses?.tills[operateur];
  if (!caisses || !till) throw refuse('caisse_fermee', { operateur: noms[operateur] });
  const telephone = normalisePhone(demande.telephone);
  if (!telephone) throw champInvalide('telephone', 'telephone_invalide');

  const souscription = await prendreSouscription(tx, demande.souscription_id);
  const couvert_avant = souscription.couvert_jusqu_au;
  const { id: paiement_id, numero } = await ouvrirPaiement(tx, souscription, {
    montant,
    mode_paiement: operateur,
    type,
    telephone_payeur: telephone,
    date_effet,
  });
  const reference = randomUUID();
  const now = caisses.horloge.now();
  const depart = now + apres * 1000;
  const [tentative] = await tx.query<{ id: number }>(
    `insert into tentatives (reference, paiement_id, souscription_id, operateur, telephone, montant, devise, externe,
       couvert_avant, jeton_rappel, prochain_le, cree_le)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id`,
    [
      reference,
      paiement_id,
      souscription.id,
      operateur,
      telephone,
      montant,
      till.devise,
      numero,
      couvert_avant,
      empreinte(caisses.jeton(reference)),
      new Date(depart + OUBLIEE_MS),
      new Date(now),
    ],
  );
  await tx.job('envoyer-tentative', { tentative_id: tentative?.id }, { at: new Date(depart) });
  tx.changed('tentatives');
  await journalize(tx, {
    action: 'demander-paiement',
    ressource: 'paiements',
    objet_id: paiement_id,
    objet: numero,
    succursale_id: souscription.succursale_id,
    apres: { montant, mode_paiement: operateur, souscription_id: souscription.id },
  });
  return { paiement_id, numero, reference };
}

/** What people call the tills. */
const noms: Record<Operateur, string> = { mtn_money: 'MTN', airtel_money: 'Airtel' };

/** Locks the row, and with it every other attempt at paying for it. */
async function prendreSouscription(tx: Transaction, id: number): Promise<Souscription> {
  const found = await tx.query('select from souscriptions where id = $1 for update', [id]);
  if (found.length === 0) throw introuvable();
  const open = await tx.query(
    `select from tentatives where souscription_id = $1 and etat in ('creee', 'envoyee', 'inconnue')`,
    [id],
  );
  if (open.length > 0) throw refuse('paiement_en_verification');
  return tx.em.findOneByOrFail(Souscription, { id });
}
