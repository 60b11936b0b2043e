import { journalize } from '../../../core/journal/journal.ts';
import { snapshot } from '../../../core/records/differences.ts';
import { type Transaction, transact } from '../../../core/records/transaction.ts';
import { keep } from '../../../core/records/write.ts';
import { resourceOf } from '../../../core/resource.ts';
import { phrases } from '../../../integrations/mobile-money/messages.ts';
import { concorde, type Etat, type Reussie } from '../../../integrations/mobile-money/mobile-money.ts';
import type { Motif } from '../../../integrations/mobile-money/motifs.ts';
import { confirmerPaiement, echouerPaiement } from '../paiements/confirmer.ts';
import { reload } from '../paiements/encaissement.ts';
import { Souscription } from '../souscriptions/souscription.ts';
import { INCERTAIN_MS, PERDUE_MS } from './calendrier.ts';
import { clore, signaler, signalerConstat } from './ecarts/signaler.ts';
import type { Travail } from './envoyer.ts';
import { enCours, garder, payable, prendre } from './prendre.ts';
import type { Tentative } from './tentatives/tentative.ts';

/**
 * What an operator answered to a question becomes ours: credited, failed, or still open. Answers whether the attempt
 * has never arrived and is to be sent again. An attempt that has ended stays as it ended; a contradiction is told.
 */
export function conclure({ database, caller, caisses }: Travail, id: number, etat: Etat): Promise<boolean> {
  const now = caisses.horloge.now();
  return transact(database, caller, async (tx) => {
    const { souscription, tentative } = await prendre(tx, id);
    if (tentative.finie) {
      await contredire(tx, tentative, etat);
      return false;
    }
    if (etat.etat === 'reussie') {
      await reussir(tx, souscription, tentative, etat, now);
      return false;
    }
    const age = now - (tentative.envoyee_le ?? tentative.cree_le).valueOf();
    if (etat.etat === 'echouee' && age >= INCERTAIN_MS[tentative.operateur]) {
      await echouer(tx, souscription, tentative, etat.motif, now);
      return false;
    }
    await attendre(tx, tentative, etat, now);
    return etat.etat === 'introuvable' && age >= PERDUE_MS[tentative.operateur] && payable(souscription);
  });
}

/** Nothing was taken, and nothing will be. */
export async function echouer(
  tx: Transaction,
  { succursale_id }: Souscription,
  tentative: Tentative,
  motif: Motif,
  now: number,
): Promise<void> {
  await echouerPaiement(tx, tentative.paiement_id, phrases.fr[motif.code]);
  tentative.echouer(now, motif);
  await garder(tx, tentative);
  await clore(tx, tentative.id, ['a_revoir']);
  await journalize(tx, {
    action: 'echouer',
    ressource: 'paiements',
    objet_id: tentative.paiement_id,
    objet: tentative.externe,
    succursale_id,
    details: { motif: motif.code, operateur: motif.brut },
  });
}

async function attendre(tx: Transaction, tentative: Tentative, etat: Etat, now: number): Promise<void> {
  if (etat.etat === 'en_cours') {
    tentative.accepter();
    await enCours(tx, tentative);
  } else if (etat.etat === 'inconnu') tentative.douter(etat.detail, aRepondu(etat.detail));
  else tentative.douter(etat.etat === 'echouee' ? etat.motif.brut : '', true);
  if (tentative.vieillir(now)) await signaler(tx, 'a_revoir', tentative);
  await garder(tx, tentative);
}

/** An answer that decides nothing is an answer all the same; a server that fails or defends itself gives none. */
const aRepondu = (detail: string) => /^HTTP (2|4(?!29))/.test(detail);

async function reussir(tx: Transaction, souscription: Souscription, tentative: Tentative, etat: Reussie, now: number) {
  if (!concorde(etat, tentative)) return disputer(tx, tentative, 'ecart', etat, now);
  if (await dejaCompte(tx, tentative, etat)) return disputer(tx, tentative, 'doublon', etat, now);
  const souscriptions = resourceOf(Souscription);
  const before = snapshot(souscriptions, souscription);
  const reference_operateur = etat.transaction_id ?? undefined;
  const effet = await confirmerPaiement(tx, tentative.paiement_id, { reference_operateur });
  tentative.reussir(now, etat.transaction_id);
  await garder(tx, tentative);
  await reload(tx, souscription);
  await keep(tx, souscriptions, souscription, before, 'encaisser');
  await clore(tx, tentative.id, ['a_revoir', 'operateur_seul']);
  const regle = (before.couvert_jusqu_au ?? null) !== tentative.couvert_avant;
  if (effet === 'a_rapprocher') await signaler(tx, 'souscription_terminee', tentative);
  else if (effet === 'credite' && regle) await signaler(tx, 'deja_regle', tentative);
}

/** The operator holds money that is not what was asked for: nothing is credited, and nothing else can be asked for. */
async function disputer(
  tx: Transaction,
  tentative: Tentative,
  classe: 'ecart' | 'doublon',
  etat: Reussie,
  now: number,
) {
  tentative.douter(`payé ${etat.montant ?? '?'} ${etat.devise ?? ''}`.trim(), true);
  tentative.a_revoir = true;
  tentative.a_revoir_le ??= new Date(now);
  await garder(tx, tentative);
  await signalerConstat(tx, classe, tentative, etat);
}

async function dejaCompte(tx: Transaction, { operateur }: Tentative, { transaction_id }: Reussie): Promise<boolean> {
  if (!transaction_id) return false;
  const found = await tx.query(
    `select from paiements where mode_paiement = $1 and reference_operateur = $2 and statut = 'reussi'`,
    [operateur, transaction_id],
  );
  return found.length > 0;
}

async function contredire(tx: Transaction, tentative: Tentative, etat: Etat): Promise<void> {
  if (etat.etat === 'reussie' && tentative.etat === 'echouee')
    await signalerConstat(tx, 'contradiction', tentative, etat);
  if (etat.etat === 'echouee' && tentative.etat === 'reussie') await signaler(tx, 'contradiction', tentative);
}
