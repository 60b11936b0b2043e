import Cursor from 'pg-cursor';
import { type Caller, demand, visibleFields } from '../access.ts';
import type { Database } from '../database.ts';
import { indisponible } from '../errors.ts';
import { journalizeAlone } from '../journal/journal.ts';
import { everyStatement } from '../query/list.ts';
import type { Statement } from '../query/params.ts';
import type { Query } from '../query/query.ts';
import { labelOf, type Resource } from '../resource.ts';

export type ExportRow = Record<string, unknown>;

const BATCH = 1000;

/** The columns of an export: what this person may see, a reference by its label. */
export function exportColumns(caller: Caller, resource: Resource, query: Query): string[] {
  const all = visibleFields(caller.actor, resource).map((field) =>
    field.kind === 'reference' ? labelOf(field) : field.name,
  );
  return all.filter((name) => !query.fields || query.fields.includes(name) || query.fields.includes(`${name}_id`));
}

/** How many exports may run side by side: each holds a connection for as long as its reader takes. */
const AT_ONCE = 4;
let running = 0;

/**
 * Opens an export: every row that the query gives, in batches, from one snapshot, without holding them all. The
 * journal keeps who took out what, with which filter, before the first row leaves.
 * @throws 403; with the first batch 503 when too many run already
 */
export async function openExport(
  database: Database,
  caller: Caller,
  resource: Resource,
  query: Query,
  asked: string,
): Promise<AsyncGenerator<ExportRow[]>> {
  demand(caller.actor, resource, 'exporter');
  const kept = () =>
    journalizeAlone(database, caller, { action: 'exporter', ressource: resource.name, details: { filtre: asked } });
  const fields = query.fields?.flatMap(eitherName);
  return inTurn(kept, batches(database, everyStatement(caller.actor, resource, { ...query, fields })));
}

/** A reference is asked for as `client_id` or as `client`; either way both are read. */
const eitherName = (name: string) => [name, name.endsWith('_id') ? name.slice(0, -3) : `${name}_id`];

/** Counts an export from its first batch to its end, whatever comes between. */
async function* inTurn(kept: () => Promise<void>, rows: AsyncGenerator<ExportRow[]>): AsyncGenerator<ExportRow[]> {
  if (running >= AT_ONCE) throw indisponible(503, 'trop_d_exports');
  running += 1;
  try {
    await kept();
    yield* rows;
  } finally {
    running -= 1;
  }
}

async function* batches(database: Database, { text, values }: Statement): AsyncGenerator<ExportRow[]> {
  const client = await database.connect();
  let finished = false;
  try {
    await client.query('begin isolation level repeatable read read only; set local statement_timeout = 0');
    const cursor = client.query(new Cursor<ExportRow>(text, values));
    for (let rows = await cursor.read(BATCH); rows.length > 0; rows = await cursor.read(BATCH)) yield rows;
    await cursor.close();
    await client.query('commit');
    finished = true;
  } finally {
    client.release(!finished);
  }
}
