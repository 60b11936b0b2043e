import { champInvalide } from '../errors.ts';
import { columnOf } from '../fields.ts';
import { kindOf } from '../kinds.ts';
import type { Params } from './params.ts';
import type { Order, Query } from './query.ts';

type Key = (string | number | boolean | null)[];

/** Where a page ended, opaque to the client: the order it was read in and the key of its last row. */
export function writeCursor(ordering: readonly Order[], key: Key): string {
  return Buffer.from(JSON.stringify([signature(ordering), ...key])).toString('base64url');
}

const signature = (ordering: readonly Order[]) =>
  ordering.map(({ field, descending }) => (descending ? '-' : '') + field.name).join(',');

/** @throws 400 for a cursor of another order, or one that was never given out */
function readCursor({ cursor = '', ordering }: Query): Key {
  try {
    const [signed, ...key] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string, ...Key];
    const fits = key.every((part, i) => part === null || kindSchema(ordering[i] as Order).safeParse(part).success);
    if (signed === signature(ordering) && key.length === ordering.length && fits) return key;
  } catch {
    // falls through to the one answer for a cursor that is no good
  }
  throw champInvalide('cursor', 'curseur_invalide');
}

const kindSchema = ({ field }: Order) => {
  const kind = kindOf(field.kind);
  return (kind.filter ?? kind.schema)({ ...field, min: undefined, max: undefined });
};

/** The rows after the cursor, in the query's order; PostgreSQL puts nulls last going up and first going down. */
export function afterSql(query: Query, alias: string, params: Params): string {
  if (!query.cursor) return 'true';
  const key = readCursor(query);
  const alternatives = query.ordering.map((order, i) => {
    const equals = query.ordering.slice(0, i).map((previous, j) => same(previous, key[j], alias, params));
    return [...equals, beyond(order, key[i], alias, params)].join(' and ');
  });
  return `(${alternatives.map((condition) => `(${condition})`).join(' or ')})`;
}

const column = ({ field }: Order, alias: string) => columnOf(field, alias);
const place = ({ field }: Order, value: unknown, params: Params) =>
  `${params.add(value)}::${kindOf(field.kind).column as string}`;

function same(order: Order, value: unknown, alias: string, params: Params): string {
  return value === null
    ? `${column(order, alias)} is null`
    : `${column(order, alias)} = ${place(order, value, params)}`;
}

function beyond(order: Order, value: unknown, alias: string, params: Params): string {
  const name = column(order, alias);
  if (order.descending) return value === null ? `${name} is not null` : `${name} < ${place(order, value, params)}`;
  return value === null
    ? 'false'
    : `(${name} > ${place(order, value, params)}${order.field.optional ? ` or ${name} is null` : ''})`;
}
