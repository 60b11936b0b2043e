import { introuvable } from '../../../core/errors.ts';
import type { Transaction } from '../../../core/records/transaction.ts';
import { take } from '../../../core/records/write.ts';
import { resourceOf } from '../../../core/resource.ts';
import { Souscription } from '../souscriptions/souscription.ts';
import { Tentative } from './tentatives/tentative.ts';

/** What of a souscription can still be paid for. */
export const payable = ({ statut }: Souscription): boolean => ['en_attente', 'activee', 'suspendue'].includes(statut);

/** Locks an attempt in the order that everybody keeps: the souscription first. @throws 404 */
export async function prendre(tx: Transaction, id: number) {
  const [found] = await tx.query<{ souscription_id: number }>('select souscription_id from tentatives where id = $1', [
    id,
  ]);
  if (!found) throw introuvable();
  const souscription = (await take(tx, resourceOf(Souscription), found.souscription_id)) as Souscription;
  await tx.query('select from tentatives where id = $1 for update', [id]);
  return { souscription, tentative: await tx.em.findOneByOrFail(Tentative, { id }) };
}

export async function garder(tx: Transaction, tentative: Tentative): Promise<void> {
  await tx.em.save(tentative);
  tx.changed('tentatives');
}

/** What has been sent is on its way. */
export async function enCours(tx: Transaction, { paiement_id }: Tentative): Promise<void> {
  const moved = await tx.query(
    `update paiements set statut = 'en_cours', revision = revision + 1, modifie_le = now()
     where id = $1 and statut = 'initie' returning id`,
    [paiement_id],
  );
  if (moved.length > 0) tx.changed('paiements');
}
