import type { Caller } from '../../core/access.ts';
import { conflit } from '../../core/errors.ts';
import type { Transaction } from '../../core/records/transaction.ts';

/**
 * Does the work once for this bearer and key: sent again, the same request gets the first one's answer and does
 * nothing. @param porteur who sends it: `client:12`, or `telephone:+242061234567` where nobody has signed in
 * @throws 409 while the first is being carried out, 422 when the key was used for another request
 */
export async function uneFois<T>(
  tx: Transaction,
  porteur: string,
  once: Caller['once'],
  work: () => Promise<T>,
): Promise<T> {
  if (!once) return work();
  const [lock] = await tx.query<{ got: boolean }>('select pg_try_advisory_xact_lock(hashtextextended($1, 17)) as got', [
    `${porteur}:${once.cle}`,
  ]);
  if (!lock?.got) throw conflit(409, 'cle_en_cours');
  const [stored] = await tx.query<{ empreinte: string; reponse: { valeur: T } }>(
    'select empreinte, reponse from demandes_borne where porteur = $1 and cle = $2',
    [porteur, once.cle],
  );
  if (stored && stored.empreinte !== once.empreinte) throw conflit(422, 'cle_deja_utilisee');
  if (stored) return stored.reponse.valeur;
  const valeur = await work();
  await tx.query('insert into demandes_borne (porteur, cle, empreinte, reponse) values ($1, $2, $3, $4)', [
    porteur,
    once.cle,
    once.empreinte,
    JSON.stringify({ valeur }),
  ]);
  return valeur;
}
