import { type Caller, can } from '../../../core/access.ts';
import { Problem } from '../../../core/errors.ts';
import { parseQuery } from '../../../core/query/parse.ts';
import { succursales } from '../../organisation/succursales/resource.ts';
import type { Vue } from '../populations.ts';
import type { Sources } from './types.ts';

/** A succursale out of somebody's reach does not exist for them. @throws 404 naming `succursale_id` */
export async function demanderSuccursale(
  { records }: Pick<Sources, 'records'>,
  caller: Caller,
  { succursale_id }: Vue,
): Promise<void> {
  if (succursale_id === undefined) return;
  const { actor } = caller;
  const own = actor.succursales.includes(succursale_id);
  if (actor.portee !== 'toutes' ? own : own || (await exists(records, caller, succursale_id))) return;
  const said = { key: 'reference_inconnue' };
  throw new Problem(404, 'introuvable', said, { succursale_id: [said] });
}

async function exists(records: Sources['records'], caller: Caller, id: number): Promise<boolean> {
  if (!can(caller.actor, succursales, 'lire')) return false;
  const query = parseQuery(caller.actor, succursales, [['id', String(id)]]);
  return (await records.count(caller, succursales, query)).count > 0;
}
