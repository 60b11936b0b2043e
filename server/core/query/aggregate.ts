import { type Actor, visibleFields } from '../access.ts';
import { type FieldErrors, invalide } from '../errors.ts';
import { columnOf, type Field } from '../fields.ts';
import type { Resource } from '../resource.ts';
import { Params, type Statement } from './params.ts';
import { parseQuery, type Sent } from './parse.ts';
import { whereSql } from './select.ts';

const measures = ['sum', 'avg', 'min', 'max'] as const;
type Measure = (typeof measures)[number];

export const GROUPS_MAX = 1000;

/** The kinds that can be added up. */
export const numeric: readonly string[] = ['francs', 'integer', 'percent'];
/** The kinds with a smallest and a largest value. */
export const orderedKinds: readonly string[] = [...numeric, 'day', 'instant', 'id'];
/** The kinds that make groups. */
export const groupable: readonly string[] = ['choice', 'reference', 'flag', 'day', 'code', 'text', 'integer'];
/** The kinds that have a day and a month. */
export const dated: readonly string[] = ['day', 'instant'];
/** `cree_le__mois` groups a day or a moment by its month, `2026-01`; `cree_le__jour` by its day, `2026-01-31`. */
export const MONTH = '__mois';
export const DAY = '__jour';
const spans: Readonly<Record<string, string>> = { mois: 'YYYY-MM', jour: 'YYYY-MM-DD' };

/**
 * `group_by=statut,succursale_id&sum=solde` over the rows that the filters leave: one object a group, with
 * `nombre` and `sum_solde` …; without `group_by` one object for all. `group_by=cree_le__mois` goes by months,
 * `cree_le__jour` by days. At most 1 000 groups.
 */
export function aggregateStatement(actor: Actor, resource: Resource, sent: Sent): Statement {
  const fields = new Map(visibleFields(actor, resource).map((field) => [field.name, field]));
  const errors: FieldErrors = {};
  const asked = new Map([...sent]);
  const isA = (kinds: readonly string[]) => (each: string) => kinds.includes(fields.get(each)?.kind ?? '');
  const take = (name: string, fits: (each: string) => boolean): string[] => {
    const names = (asked.get(name) ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean);
    asked.delete(name);
    const wrong = names.filter((each) => !fits(each));
    if (wrong.length > 0) errors[name] = [{ key: 'champ_inconnu_nomme', params: { champ: wrong.join(', ') } }];
    if (names.length > 3) errors[name] = [{ key: 'trop_de_valeurs', params: { maximum: 3 } }];
    return names;
  };
  const isSpan = (each: string) => {
    const [name = '', span = '', ...rest] = each.split('__');
    return Object.hasOwn(spans, span) && rest.length === 0 && isA(dated)(name);
  };
  const groups = take('group_by', (each) => isA(groupable)(each) || isSpan(each));
  const measured = measures.map(
    (measure) => [measure, take(measure, isA(['sum', 'avg'].includes(measure) ? numeric : orderedKinds))] as const,
  );
  if (Object.keys(errors).length > 0) throw invalide(errors, 'requete_invalide');
  const query = parseQuery(actor, resource, asked, ['search', 'corbeille']);
  const columns = measured.flatMap(([measure, names]) =>
    names.map((name) => measureSql(measure, fields.get(name) as Field)),
  );
  const params = new Params();
  const where = whereSql(actor, resource, query, 't', params);
  const shown = (field: Field) => {
    const column = columnOf(field, 't');
    return resource.shownAs[field.name]?.(actor, column, params) ?? column;
  };
  const by = groups.map((each) => {
    const [name = '', span = ''] = each.split('__');
    const field = fields.get(name) as Field;
    return span ? `to_char(${columnOf(field, 't')}, '${spans[span]}')` : shown(field);
  });
  const named = by.map((column, i) => `${column} as ${groups[i]}`);
  const grouping =
    by.length > 0 ? `group by ${by.join(', ')} order by nombre desc, ${by.join(', ')} limit ${GROUPS_MAX}` : '';
  const select = [...named, 'count(*)::bigint as nombre', ...columns].join(', ');
  const text = `select coalesce(json_agg(x), '[]')::text as results from (select ${select} from ${resource.name} t where ${where} ${grouping}) x`;
  return { text, values: params.values, stable: false };
}

function measureSql(measure: Measure, field: Field): string {
  const column = columnOf(field, 't');
  const value = measure === 'avg' ? `round(avg(${column}), 2)` : `${measure}(${column})`;
  return `${value} as ${measure}_${field.name}`;
}
