import { createHash } from 'node:crypto';
import type { Database } from '../../core/database.ts';
import { indisponible } from '../../core/errors.ts';

/** How many failures in a row are free; after that each one doubles the wait, from one second to a quarter of an hour. */
const FREE = { compte: 5, adresse: 30 };
const WAIT_MAX_SECONDS = 900;
const FORGET = '1 hour';

type Sort = keyof typeof FREE;

const keyOf = (sort: Sort, name: string) => `${sort}:${createHash('sha256').update(name).digest('base64url')}`;

/**
 * Takes a turn before the password is looked at, so that attempts side by side count as well. Unknown accounts
 * are counted like known ones.
 * @throws 429 with `attente`, the seconds to wait
 */
export async function takeTurn(database: Database, sort: Sort, name: string): Promise<void> {
  const cle = keyOf(sort, name);
  const taken = await database.read({
    text: `insert into freins as f (cle, echecs, libre_le) values ($1, 1, now())
      on conflict (cle) do update set
        echecs = case when f.dernier_le < now() - interval '${FORGET}' then 1 else f.echecs + 1 end,
        libre_le = case when f.dernier_le < now() - interval '${FORGET}' or f.echecs + 1 < $2 then now()
          else now() + least($3, power(2, least(f.echecs + 1 - $2, 20))) * interval '1 second' end,
        dernier_le = now()
      where f.libre_le <= clock_timestamp() returning echecs`,
    values: [cle, FREE[sort], WAIT_MAX_SECONDS],
    stable: true,
  });
  if (taken.length > 0) return;
  const [row] = await database.read<{ attente: number }>({
    text: `select greatest(1, ceil(extract(epoch from libre_le - now())))::int as attente from freins where cle = $1`,
    values: [cle],
    stable: true,
  });
  throw indisponible(429, 'trop_d_essais', { attente: row?.attente ?? 1 });
}

/** A success forgets the failures of that account; those of the address age by themselves. */
export async function forgetFailures(database: Database, sort: Sort, name: string): Promise<void> {
  await database.read({ text: 'delete from freins where cle = $1', values: [keyOf(sort, name)], stable: true });
}

/** Gives the turn back: the attempt from this address was a good one. */
export async function giveTurnBack(database: Database, sort: Sort, name: string): Promise<void> {
  await database.read({
    text: `update freins set echecs = greatest(0, echecs - 1), libre_le = now() where cle = $1`,
    values: [keyOf(sort, name)],
    stable: true,
  });
}
