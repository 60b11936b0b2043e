import type { Actor } from '../access.ts';
import { columnOf } from '../fields.ts';
import type { Resource } from '../resource.ts';
import { afterSql } from './cursor.ts';
import { Params, type Statement } from './params.ts';
import type { Query } from './query.ts';
import { orderSql, selectSql, whereSql } from './select.ts';

/** A page by number: one row with `results`, a JSON array that PostgreSQL wrote, and how many it holds. */
export function pageStatement(actor: Actor, resource: Resource, query: Query): Statement {
  const params = new Params();
  const page = pageSql(actor, resource, query, params, query.page_size, (query.page - 1) * query.page_size);
  return {
    text: `select coalesce(json_agg(x), '[]')::text as results, count(*)::int as found from (${page}) x`,
    values: params.values,
    stable: !query.search,
  };
}

/** A page by key: as above, with `more` and the key of the last row for the next cursor. */
export function cursorStatement(actor: Actor, resource: Resource, query: Query): Statement {
  const params = new Params();
  const page = pageSql(actor, resource, query, params, query.page_size + 1, 0, true);
  const size = params.add(query.page_size);
  return {
    text: `select coalesce(json_agg(r order by n) filter (where n <= ${size}), '[]')::text as results,
      coalesce(bool_or(n > ${size}), false) as more, (array_agg(k order by n) filter (where n = ${size}))[1] as key
      from (${page}) x`,
    values: params.values,
    stable: !query.search,
  };
}

function pageSql(
  actor: Actor,
  resource: Resource,
  query: Query,
  params: Params,
  limit: number,
  offset: number,
  keyed = false,
) {
  const where = whereSql(actor, resource, query, 't', params);
  const after = keyed ? ` and ${afterSql(query, 't', params)}` : '';
  const order = orderSql(query, 't');
  const skipped = offset > 0 ? ` offset ${params.add(offset)}` : '';
  const rows = `select * from ${resource.name} t where ${where}${after} order by ${order} limit ${whole(limit)}${skipped}`;
  const { columns, joins } = selectSql(actor, resource, query, params);
  const from = `from (${rows}) t ${joins} order by ${order}`;
  if (!keyed) return `select ${columns} ${from}`;
  const key = query.ordering.map(({ field }) => columnOf(field, 't')).join(', ');
  return `select (select row_to_json(c) from (select ${columns}) c) as r, json_build_array(${key}) as k, row_number() over (order by ${order}) as n ${from}`;
}

/**
 * A limit stands in the text itself: for one among the values PostgreSQL plans anew at each execution, since a plan
 * for any limit whatever always looks dearer to it.
 */
function whole(limit: number): string {
  if (!Number.isSafeInteger(limit) || limit < 0) throw new RangeError(`not a limit: ${limit}`);
  return String(limit);
}

/** One row by its key: `json` as text, and its `revision`. */
export function oneStatement(actor: Actor, resource: Resource, id: number, query: Partial<Query> = {}): Statement {
  const params = new Params();
  const place = params.add(id);
  const located = resource.located ? ` and ${resource.located('t', place)}` : '';
  const where = whereSql(actor, resource, query, 't', params) + located;
  const { columns, joins } = selectSql(actor, resource, query, params);
  return {
    text: `select (select row_to_json(c) from (select ${columns}) c)::text as json, t.revision
      from ${resource.name} t ${joins} where t.id = ${place} and ${where}`,
    values: params.values,
    stable: true,
  };
}

/** All rows in order, for an export, a column each. */
export function everyStatement(actor: Actor, resource: Resource, query: Query): Statement {
  const params = new Params();
  const where = whereSql(actor, resource, query, 't', params);
  const { columns, joins } = selectSql(actor, resource, query, params);
  const text = `select ${columns} from ${resource.name} t ${joins} where ${where} order by ${orderSql(query, 't')}`;
  return { text, values: params.values, stable: false };
}
