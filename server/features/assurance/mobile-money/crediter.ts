import { introuvable, refuse } from '../../../core/errors.ts';
import { nextNumber } from '../../../core/numbering.ts';
import { snapshot } from '../../../core/records/differences.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import { keep } from '../../../core/records/write.ts';
import { resourceOf } from '../../../core/resource.ts';
import { motif } from '../../../integrations/mobile-money/motifs.ts';
import { confirmerPaiement, echouerPaiement } from '../paiements/confirmer.ts';
import { reload } from '../paiements/encaissement.ts';
import { Souscription } from '../souscriptions/souscription.ts';
import type { Ecart } from './ecarts/ecart.ts';
import { garder } from './prendre.ts';
import { Tentative } from './tentatives/tentative.ts';

/**
 * Brings into our books the money that the operator has told us it holds, as a payment of its own: what was asked for
 * and never arrived as asked ends as failed. @throws 409 when that money is in the books already, or in another currency
 */
export async function crediter(tx: Transaction, ecart: Ecart, now: number): Promise<{ numero: string }> {
  const souscription = await prendreSouscription(tx, ecart.souscription_id as number);
  await checkNew(tx, ecart);
  const tentative = ecart.tentative_id ? await tx.em.findOneBy(Tentative, { id: ecart.tentative_id }) : null;
  if (tentative && tentative.devise !== ecart.devise) throw refuse('ecart_devise');
  const numero = await nextNumber(tx, 'paiements.numero', 'PAI-{YYYY}-{SEQ:6}');
  if (tentative && !tentative.finie) {
    await echouerPaiement(tx, tentative.paiement_id, `L’opérateur a pris un autre montant : voir ${numero}.`);
    tentative.echouer(now, motif('autre', `voir ${numero}`));
    await garder(tx, tentative);
  }
  const [row] = await tx.query<{ id: number }>(
    `insert into paiements (numero, souscription_id, type, mode_paiement, montant, telephone_payeur)
     values ($1, $2, $3, $4, $5, $6) returning id`,
    [
      numero,
      souscription.id,
      souscription.statut === 'en_attente' ? 'souscription_initiale' : 'cotisation',
      ecart.operateur,
      ecart.montant_constate,
      tentative?.telephone ?? null,
    ],
  );
  const before = snapshot(resourceOf(Souscription), souscription);
  const reference_operateur = ecart.transaction_id ?? undefined;
  await confirmerPaiement(tx, (row as { id: number }).id, { reference_operateur });
  await reload(tx, souscription);
  await keep(tx, resourceOf(Souscription), souscription, before, 'encaisser');
  return { numero };
}

async function prendreSouscription(tx: Transaction, id: number): Promise<Souscription> {
  const found = await tx.query('select from souscriptions where id = $1 for update', [id]);
  if (found.length === 0) throw introuvable();
  return tx.em.findOneByOrFail(Souscription, { id });
}

async function checkNew(tx: Transaction, { operateur, transaction_id }: Ecart): Promise<void> {
  if (!transaction_id) return;
  const known = await tx.query(
    `select from paiements where mode_paiement = $1 and reference_operateur = $2 and statut = 'reussi'`,
    [operateur, transaction_id],
  );
  if (known.length > 0) throw refuse('ecart_deja_compte');
}
