import type { Actor } from '../access.ts';
import type { Resource } from '../resource.ts';
import { Params, type Statement } from './params.ts';
import type { Query } from './query.ts';
import { whereSql } from './select.ts';

/** Up to here a count is exact; from here it is the planner's estimate, and says so. */
export const COUNT_EXACT = 10_000;

export interface Count {
  count: number;
  count_is_estimate: boolean;
}

/** Counts no further than it must, or to the end where that is asked for. */
export function countStatement(actor: Actor, resource: Resource, query: Partial<Query>): Statement {
  const params = new Params();
  const where = whereSql(actor, resource, query, 't', params);
  return {
    text: `select count(*)::int as count from (select from ${resource.name} t where ${where} ${query.exact ? '' : `limit ${COUNT_EXACT + 1}`}) x`,
    values: params.values,
    stable: !query.search,
  };
}

/** Asks the planner how many rows it expects. */
export function estimateStatement(actor: Actor, resource: Resource, query: Partial<Query>): Statement {
  const params = new Params();
  const where = whereSql(actor, resource, query, 't', params);
  return {
    text: `explain (format json) select from ${resource.name} t where ${where}`,
    values: params.values,
    stable: false,
  };
}
