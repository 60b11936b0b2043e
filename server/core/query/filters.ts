import type { z } from 'zod';
import type { Message } from '../errors.ts';
import { columnOf, type Field } from '../fields.ts';
import { type Kind, kindOf, type Lookup } from '../kinds.ts';
import { messagesOf, safeParse } from '../validation.ts';
import type { Params } from './params.ts';
import type { Filter } from './query.ts';

/** The most values that one `__in` takes. */
export const IN_MAX = 200;
type Parsed = { filter: Filter } | { errors: Message[] };
const no = (key: string, params?: Record<string, unknown>): Parsed => ({ errors: [{ key, params }] });

/** Reads `statut=active`, `cree_le__gte=2026-01-01`, `id__in=1,2`. */
export function parseFilter(visible: ReadonlyMap<string, Field>, name: string, text: string): Parsed {
  const [fieldName = '', lookup = 'exact', ...rest] = name.split('__');
  const field = visible.get(fieldName);
  if (!field || rest.length > 0) return no('parametre_inconnu');
  const kind = kindOf(field.kind);
  if (!kind.lookups.includes(lookup as Lookup)) return no('filtre_inconnu', { filtres: kind.lookups.join(', ') });
  return parseValue(field, kind, lookup as Lookup, text);
}

function parseValue(field: Field, kind: Kind, lookup: Lookup, text: string): Parsed {
  if (lookup === 'isnull') {
    const value = kindOf('flag').fromText(text);
    return typeof value === 'boolean' ? { filter: { field, lookup, value } } : no('vrai_ou_faux');
  }
  if (lookup === 'icontains' || lookup === 'istartswith') {
    return text.length > 200 ? no('trop_long', { maximum: 200 }) : { filter: { field, lookup, value: text } };
  }
  const many = lookup === 'in' || lookup === 'range';
  const parts = many ? text.split(',').map((part) => part.trim()) : [text];
  if (lookup === 'range' && parts.length !== 2) return no('deux_valeurs');
  if (parts.length > IN_MAX) return no('trop_de_valeurs', { maximum: IN_MAX });
  const schema = schemaFor(field, kind);
  const values: unknown[] = [];
  for (const part of parts) {
    const read = safeParse(schema, field.kind === 'phone' ? phoneOrText(kind, field, part) : kind.fromText(part));
    if (!read.success) return { errors: messagesOf(read.error) };
    values.push(read.data);
  }
  return { filter: { field, lookup, value: many ? values : values[0] } };
}

const schemas = new WeakMap<Field, z.ZodType>();

/** Made once a field: making one costs more than using it. */
function schemaFor(field: Field, kind: Kind): z.ZodType {
  const known = schemas.get(field);
  if (known) return known;
  const made = (kind.filter ?? kind.schema)(field);
  schemas.set(field, made);
  return made;
}

/** A telephone typed with spaces finds the one stored without. */
function phoneOrText(kind: Kind, field: Field, typed: string): unknown {
  const read = kind.schema(field).safeParse(typed);
  return read.success ? read.data : typed;
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&');
const dayOnly = (value: unknown) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);

/** One filter as a condition over the table under `alias`. */
export function filterSql({ field, lookup, value }: Filter, alias: string, params: Params): string {
  const column = columnOf(field, alias);
  const array = () => `${params.add(value)}::${kindOf(field.kind).column as string}[]`;
  if (field.kind === 'instant') return instantSql(column, lookup, value, params);
  switch (lookup) {
    case 'isnull':
      return `${column} is ${value ? '' : 'not '}null`;
    case 'exact':
      return `${column} = ${params.add(value)}`;
    case 'ne':
      return `${column} is distinct from ${params.add(value)}`;
    case 'in':
      return `${column} = any(${array()})`;
    case 'range':
      return between(column, value as [unknown, unknown], params);
    case 'icontains':
      return `${column} ilike ${params.add(`%${escapeLike(String(value))}%`)}`;
    case 'istartswith':
      return `${column} ilike ${params.add(`${escapeLike(String(value))}%`)}`;
    default:
      return `${column} ${comparison[lookup]} ${params.add(value)}`;
  }
}

const comparison = { gt: '>', gte: '>=', lt: '<', lte: '<=' };

const between = (column: string, [from, to]: [unknown, unknown], params: Params) =>
  `${column} between ${params.add(from)} and ${params.add(to)}`;

/** A day asked of a moment means the whole day: `cree_le__lte=2026-01-31` includes that evening. */
function instantSql(column: string, lookup: Lookup, value: unknown, params: Params): string {
  const start = (at: unknown) => `${params.add(at)}::timestamptz`;
  const upTo = (at: unknown) =>
    dayOnly(at) ? `${column} < (${params.add(at)}::date + 1)::timestamptz` : `${column} <= ${start(at)}`;
  const exactly = (at: unknown) =>
    dayOnly(at) ? `(${column} >= ${start(at)} and ${upTo(at)})` : `${column} = ${start(at)}`;
  switch (lookup) {
    case 'isnull':
      return `${column} is ${value ? '' : 'not '}null`;
    case 'in':
      return `(${(value as unknown[]).map(exactly).join(' or ')})`;
    case 'range': {
      const [from, to] = value as [unknown, unknown];
      return `(${column} >= ${start(from)} and ${upTo(to)})`;
    }
    case 'exact':
      return exactly(value);
    case 'ne':
      return `(${exactly(value)}) is not true`;
    case 'gt':
      return dayOnly(value) ? `not (${upTo(value)})` : `${column} > ${start(value)}`;
    case 'lte':
      return upTo(value);
    default:
      return `${column} ${lookup === 'gte' ? '>=' : '<'} ${start(value)}`;
  }
}
