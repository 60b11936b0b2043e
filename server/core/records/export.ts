import Cursor from 'pg-cursor';
import { type Caller, demand, visibleFields } from '../access.ts';
import type { Database } from '../database.ts';
import { journalizeAlone } from '../journal/journal.ts';
import { everyStatement } from '../query/list.ts';
import type { Query } from '../query/query.ts';
import { labelOf, type Resource } from '../resource.ts';

export type ExportRow = Record<string, unknown>;

const BATCH = 1000;

/** The columns of an export: what this person may see, a reference by its label. */
export function exportColumns(caller: Caller, resource: Resource, query: Query): string[] {
  const all = visibleFields(caller.actor, resource).map((field) => (field.kind === 'reference' ? labelOf(field) : field.name));
  return all.filter((name) => !query.fields || query.fields.includes(name) || query.fields.includes(`${name}_id`));
}

/**
 * Every row that the query gives, in batches, from one snapshot, without holding them all. The journal keeps who
 * took out what, with which filter, before the first row leaves.
 */
export async function* exportRows(database: Database, caller: Caller, resource: Resource, query: Query, asked: string): AsyncGenerator<ExportRow[]> {
  demand(caller.actor, resource, 'exporter');
  await journalizeAlone(database, caller, { action: 'exporter', ressource: resource.name, details: { filtre: asked } });
  const { text, values } = everyStatement(caller.actor, resource, { ...query, fields: undefined });
  const client = await database.connect();
  const cursor = client.query(new Cursor<ExportRow>(text, values));
  try {
    for (let rows = await cursor.read(BATCH); rows.length > 0; rows = await cursor.read(BATCH)) yield rows;
  } finally {
    await cursor.close();
    client.release();
  }
}
