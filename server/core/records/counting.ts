import type { Actor } from '../access.ts';
import type { Database } from '../database.ts';
import { COUNT_EXACT, type Count, countStatement, estimateStatement } from '../query/count.ts';
import type { Query } from '../query/query.ts';
import type { Resource } from '../resource.ts';
import type { Watch } from '../watch.ts';

export type Counting = (actor: Actor, resource: Resource, query: Partial<Query>) => Promise<Count>;

const REMEMBERED_MAX = 1000;
const REMEMBERED_MS = 5000;

interface Remembered {
  count: Count;
  text: string;
  until: number;
}

/**
 * Counts, and remembers a count for a few seconds per filter and scope, or until a row of a table in it changes
 * here or in another process. While that cannot be heard, nothing is remembered.
 */
export function openCounting(database: Database, watch: Watch): Counting {
  const remembered = new Map<string, Remembered>();
  watch.on('donnees', (table) => {
    for (const [key, { text }] of remembered) if (!table || text.includes(table)) remembered.delete(key);
  });

  return async (actor, resource, query) => {
    const statement = countStatement(actor, resource, query);
    const key = statement.text + JSON.stringify(statement.values);
    const known = remembered.get(key);
    if (known && known.until > Date.now() && watch.listening) return known.count;
    const [row] = await database.read<{ count: number }>(statement);
    const exact = row?.count ?? 0;
    const count =
      query.exact || exact <= COUNT_EXACT
        ? { count: exact, count_is_estimate: false }
        : await estimate(database, actor, resource, query);
    if (remembered.size >= REMEMBERED_MAX) remembered.clear();
    remembered.set(key, { count, text: statement.text, until: Date.now() + REMEMBERED_MS });
    return count;
  };
}

interface Explained {
  'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }];
}

async function estimate(database: Database, actor: Actor, resource: Resource, query: Partial<Query>): Promise<Count> {
  const [row] = await database.read<Explained>(estimateStatement(actor, resource, query));
  return { count: Math.max(COUNT_EXACT + 1, row?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0), count_is_estimate: true };
}
