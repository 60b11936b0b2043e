import { type Caller, demand } from '../access.ts';
import type { Database } from '../database.ts';
import { introuvable } from '../errors.ts';
import { aggregateStatement } from '../query/aggregate.ts';
import type { Count } from '../query/count.ts';
import { writeCursor } from '../query/cursor.ts';
import { cursorStatement, oneStatement, pageStatement } from '../query/list.ts';
import type { Sent } from '../query/parse.ts';
import type { Query } from '../query/query.ts';
import type { Resource } from '../resource.ts';
import { possibleActions } from './act.ts';
import type { Counting } from './counting.ts';

/** A page of rows; `results` is the JSON array as PostgreSQL wrote it, never taken apart on the way out. */
export interface Page extends Partial<Count> {
  results: string;
  more: boolean;
  cursor?: string;
}

export async function list(
  database: Database,
  count: Counting,
  caller: Caller,
  resource: Resource,
  query: Query,
): Promise<Page> {
  demand(caller.actor, resource, 'lire');
  return query.cursor === undefined
    ? byNumber(database, count, caller, resource, query)
    : byKey(database, caller, resource, query);
}

async function byNumber(
  database: Database,
  counting: Counting,
  { actor }: Caller,
  resource: Resource,
  query: Query,
): Promise<Page> {
  const [[row], counted] = await Promise.all([
    database.read<{ results: string; found: number }>(pageStatement(actor, resource, query)),
    counting(actor, resource, query),
  ]);
  const { results, found } = row ?? { results: '[]', found: 0 };
  const end = (query.page - 1) * query.page_size + found;
  return { ...counted, results, more: found === query.page_size && (counted.count_is_estimate || counted.count > end) };
}

async function byKey(database: Database, { actor }: Caller, resource: Resource, query: Query): Promise<Page> {
  const statement = cursorStatement(actor, resource, query);
  const [row] = await database.read<{ results: string; more: boolean; key: string[] }>(statement);
  const { results, more, key } = row ?? { results: '[]', more: false, key: [] };
  return { results, more, ...(more ? { cursor: writeCursor(query.ordering, key) } : {}) };
}

export interface One {
  /** The row as JSON text, with the `actions` possible on it. */
  json: string;
  revision: number;
}

/** @throws 404 for a row that is not there, or not this person's */
export async function get(
  database: Database,
  caller: Caller,
  resource: Resource,
  id: number,
  query: Partial<Query>,
): Promise<One> {
  demand(caller.actor, resource, 'lire');
  const [row] = await database.read<One>(oneStatement(caller.actor, resource, id, query));
  if (!row) throw introuvable();
  if (query.fields) return row;
  const values = resource.actions.length > 0 ? JSON.parse(row.json) : {};
  const actions = possibleActions(caller.actor, resource, values, query.corbeille);
  return { json: `${row.json.slice(0, -1)},"actions":${JSON.stringify(actions)}}`, revision: row.revision };
}

/** The groups as JSON text. */
export async function aggregate(
  database: Database,
  { actor }: Caller,
  resource: Resource,
  sent: Sent,
): Promise<string> {
  demand(actor, resource, 'lire');
  const [row] = await database.read<{ results: string }>(aggregateStatement(actor, resource, sent));
  return row?.results ?? '[]';
}
