import type { Actor } from '../../core/access.ts';
import { parseQuery } from '../../core/query/parse.ts';
import type { Query } from '../../core/query/query.ts';
import type { Resource } from '../../core/resource.ts';

const REMEMBERED_MAX = 200;
const LENGTH_MAX = 500;
const remembered = new WeakMap<Actor, Map<string, Query>>();

/**
 * The query of a list's address. Screens ask the same few again and again: those are read once a person, for as long
 * as what that person may see stays the same. @throws 400, 403
 */
export function listQuery(actor: Actor, resource: Resource, parameters: string): Query {
  const mine = remembered.get(actor) ?? new Map<string, Query>();
  remembered.set(actor, mine);
  const asked = `${resource.name}?${parameters}`;
  const known = mine.get(asked);
  if (known) return known;
  const query = Object.freeze(parseQuery(actor, resource, new URLSearchParams(parameters)));
  if (mine.size >= REMEMBERED_MAX) mine.clear();
  if (asked.length <= LENGTH_MAX) mine.set(asked, query);
  return query;
}
