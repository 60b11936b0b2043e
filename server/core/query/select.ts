import { type Actor, can, scopeOf, visibleFields } from '../access.ts';
import { columnOf, type Field } from '../fields.ts';
import { labelOf, type Resource, resourceOf } from '../resource.ts';
import { filterSql } from './filters.ts';
import type { Params } from './params.ts';
import type { Filter, Query } from './query.ts';

/** The rows an actor may reach and a query asks for, as conditions over the table under `alias`. */
export function whereSql(
  actor: Actor,
  resource: Resource,
  query: Partial<Query>,
  alias: string,
  params: Params,
): string {
  const conditions = [
    resource.restorable && `${alias}.supprime_le is ${query.corbeille ? 'not ' : ''}null`,
    scopeOf(actor, resource, alias, params),
    ...(query.filters ?? []).map((filter) => derivedSql(resource, filter, alias) ?? filterSql(filter, alias, params)),
    ...searchSql(query.search, alias, params),
  ].filter(Boolean);
  return conditions.length > 0 ? conditions.join(' and ') : 'true';
}

/** What a choice that is told from other columns means in them; undefined where the column itself is to be asked. */
function derivedSql({ derived }: Resource, { field, lookup, value }: Filter, alias: string): string | undefined {
  const conditions = derived[field.name]?.(alias);
  if (!conditions || !['exact', 'in', 'ne'].includes(lookup)) return undefined;
  const asked = new Set([value].flat().map((choice) => `(${conditions[String(choice)]})`));
  return `(${[...asked].join(' or ')})${lookup === 'ne' ? ' is not true' : ''}`;
}

/** Every word must occur somewhere in `recherche`, the accent-free text that the trigram index covers. */
function searchSql(search: string | undefined, alias: string, params: Params): string[] {
  const words = (search ?? '').split(/\s+/).filter(Boolean).slice(0, 8);
  return words.map((word) => {
    // Escaped after the accents are gone: a full-width ％ is a % by then.
    const escaped = `regexp_replace(sans_accents(${params.add(word)}), '([\\\\%_])', '\\\\\\1', 'g')`;
    return `${alias}.recherche like '%' || ${escaped} || '%'`;
  });
}

/** What names a row of the table under `alias` to a person. */
const titleSql = ({ title }: Resource, alias: string): string =>
  title.length === 1
    ? `${alias}.${title[0]}::text`
    : `concat_ws(' ', ${title.map((name) => `${alias}.${name}`).join(', ')})`;

export interface Selection {
  /** The columns of the answer, each under the name a person sees. */
  columns: string;
  /** The joins that its labels need. */
  joins: string;
}

/**
 * What an answer holds of each row under `t`: the visible fields, its `libelle`, and for each reference
 * `client_id` a `client: {id, libelle}`, or the whole visible row with `expand=client`. A reference to a row
 * outside the actor's reach has a null label.
 */
export function selectSql(actor: Actor, resource: Resource, query: Partial<Query>, params: Params): Selection {
  const { fields, expand = [] } = query;
  const wanted = (name: string) => !fields || fields.includes(name) || name === 'id';
  const columns: string[] = [];
  const joins: string[] = [];
  for (const field of visibleFields(actor, resource)) {
    if (wanted(field.name)) columns.push(columnSql(actor, resource, field, 't', params));
    if (field.kind !== 'reference') continue;
    const label = labelOf(field);
    if (!fields || fields.includes(label) || expand.includes(label)) {
      const joined = joinSql(actor, field, expand.includes(label), params);
      joins.push(joined.join);
      columns.push(`${joined.column} as ${label}`);
    }
  }
  if (wanted('libelle')) columns.push(`${titleSql(resource, 't')} as libelle`);
  return { columns: columns.join(', '), joins: joins.join(' ') };
}

function columnSql(actor: Actor, { shownAs }: Resource, field: Field, alias: string, params: Params): string {
  const column = columnOf(field, alias);
  const shown = shownAs[field.name]?.(actor, column, params) ?? column;
  return shown === `${alias}.${field.name}` ? shown : `${shown} as ${field.name}`;
}

function joinSql(actor: Actor, field: Field, expanded: boolean, params: Params) {
  const target = resourceOf(field.target?.());
  const alias = `j_${labelOf(field)}`;
  if (!can(actor, target, 'lire')) return { join: '', column: 'null::json' };
  const scope = scopeOf(actor, target, alias, params);
  const join = `left join ${target.name} ${alias} on ${alias}.id = t.${field.name}${scope ? ` and ${scope}` : ''}`;
  const label = `json_build_object('id', ${alias}.id, 'libelle', ${titleSql(target, alias)})`;
  const whole = () => {
    const columns = visibleFields(actor, target).map((each) => columnSql(actor, target, each, alias, params));
    return `(select row_to_json(e) from (select ${columns.join(', ')}, ${titleSql(target, alias)} as libelle) e)`;
  };
  return { join, column: `case when ${alias}.id is not null then ${expanded ? whole() : label} end` };
}

export const orderSql = (query: Query, alias: string): string =>
  query.ordering.map(({ field, descending }) => `${columnOf(field, alias)}${descending ? ' desc' : ''}`).join(', ');
