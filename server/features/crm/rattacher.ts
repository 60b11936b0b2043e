import { can, scopeOf } from '../../core/access.ts';
import { champInvalide } from '../../core/errors.ts';
import { Params } from '../../core/query/params.ts';
import type { Transaction } from '../../core/records/transaction.ts';
import type { Resource } from '../../core/resource.ts';
import { Client } from '../clients/client.ts';
import { actorOf } from '../organisation/utilisateurs/actor.ts';

/** What is done for a client belongs to the client's succursale. */
export async function succursaleDuClient({ em }: Transaction, client_id: number): Promise<number> {
  const { succursale_id } = await em.findOneByOrFail(Client, { id: client_id });
  return succursale_id;
}

interface Confie {
  /** The utilisateur it is given to. */
  a: number | null | undefined;
  succursale_id: number;
  /** The field that named them. */
  champ: string;
}

/**
 * Work is given to somebody who can see it: with the right to read it, in whose reach the succursale lies.
 * @throws 400 naming the field
 */
export async function confierA(
  tx: Transaction,
  resource: Resource,
  { a, succursale_id, champ }: Confie,
): Promise<void> {
  if (!a || a === tx.caller.actor.id) return;
  const actor = await actorOf(tx, a);
  if (!actor || !can(actor, resource, 'lire')) throw champInvalide(champ, 'confie_sans_acces');
  const params = new Params();
  const [who, place] = [params.add(a), params.add(succursale_id)];
  const scope = scopeOf(actor, resource, 't', params) ?? 'true';
  const [seen] = await tx.query(
    `select from (select ${who}::bigint as ${champ}, ${place}::bigint as succursale_id) t where ${scope}`,
    params.values,
  );
  if (!seen) throw champInvalide(champ, 'confie_sans_acces');
}
