import { type Caller, demand, visibleFields } from '../access.ts';
import type { Database } from '../database.ts';
import type { Resource } from '../resource.ts';
import { get } from './read.ts';

const LINES_MAX = 200;

/**
 * What happened to one row, the newest first, as JSON text: who, when, what, why, and the values before and after
 * of the fields that this person may see.
 */
export async function history(database: Database, caller: Caller, resource: Resource, id: number): Promise<string> {
  demand(caller.actor, resource, 'lire');
  const { behind } = resource;
  const { json } = await get(database, caller, resource, id, { fields: ['id', ...(behind ? [behind.by] : [])] });
  const kept = behind?.rows ?? resource;
  const key = behind ? Number(JSON.parse(json)[behind.by]) : id;
  const visible = visibleFields(caller.actor, kept).map(({ name }) => name);
  const shown = (column: string) =>
    `(select json_object_agg(key, value) from jsonb_each(${column}) where key = any($3::text[]))`;
  const [row] = await database.read<{ results: string }>({
    text: `select coalesce(json_agg(x), '[]')::text as results from (
      select id, horodatage, action, resultat, auteur, role, surface, motif,
        ${shown('avant')} as avant, ${shown('apres')} as apres
      from journal where ressource = $1 and objet_id = $2 order by id desc limit ${LINES_MAX}) x`,
    values: [kept.name, key, visible],
    stable: true,
  });
  return row?.results ?? '[]';
}
