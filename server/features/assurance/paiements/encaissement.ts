import type { ActionResult } from '../../../core/action.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import type { Souscription } from '../souscriptions/souscription.ts';
import { confirmerPaiement } from './confirmer.ts';
import { ouvrirPaiement, type Versement } from './ouvrir.ts';

/** Records a payment that has been received over the counter. @throws 400, 409 as `ouvrirPaiement` */
export async function encaisser(
  tx: Transaction,
  souscription: Souscription,
  versement: Versement,
): Promise<ActionResult> {
  const { id, numero } = await ouvrirPaiement(tx, souscription, versement);
  await confirmerPaiement(tx, id);
  await reload(tx, souscription);
  return { paiement: numero };
}

/** Payments write to the souscription's row by themselves: the entity must not write an older state back. */
export async function reload(tx: Transaction, souscription: Souscription): Promise<void> {
  const [row] = await tx.query<Partial<Souscription>>(
    `select statut, paye, couvert_jusqu_au::text, expire_le::text, date_effet::text, revision
     from souscriptions where id = $1`,
    [souscription.id],
  );
  Object.assign(souscription, row);
}
