import { Column, type ColumnOptions } from 'typeorm';
import type { z } from 'zod';
import { type FieldOptions, type KindName, kindOf } from './kinds.ts';

/** A column that people may meet. A column declared with TypeORM's bare `@Column` never leaves the server. */
export interface Field extends FieldOptions {
  name: string;
  kind: KindName;
}

type Entity = abstract new () => object;
const declared = new Map<object, Field[]>();

/** The declared fields of an entity, those of its base classes first. */
export function fieldsOf(entity: Entity): Field[] {
  const parent = Object.getPrototypeOf(entity.prototype)?.constructor as Entity | undefined;
  return [
    ...(parent && parent !== Object ? fieldsOf(parent as Entity) : []),
    ...(declared.get(entity.prototype) ?? []),
  ];
}

/** Declares a field without its column: for the columns that TypeORM gives by itself (id, revision, dates). */
export function declare(prototype: object, field: Field): void {
  declared.set(prototype, [...(declared.get(prototype) ?? []), field]);
}

function field(kind: KindName, options: FieldOptions = {}, column: ColumnOptions = {}): PropertyDecorator {
  return (prototype, key) => {
    const name = String(key);
    declare(prototype, { ...options, name, kind });
    const { default: value } = options;
    const type = kindOf(kind).column as 'text';
    Column({
      type,
      nullable: options.optional ?? false,
      ...(value === undefined ? {} : { default: value }),
      ...column,
    })(prototype, name);
  };
}

/** What the API, the panel and an import accept for this field; `null` where it is optional. */
export function schemaOf(field: Field): z.ZodType {
  const schema = kindOf(field.kind).schema(field);
  return field.optional ? schema.nullable() : schema;
}

/**
 * A field without a column: PostgreSQL tells its value whenever it is read, so that it may depend on the day or on
 * other rows. Lists, filters, orders, sums and exports have it like any other; nobody writes it.
 * @param sql its value, given the alias of the row
 */
export const Computed =
  (kind: KindName, sql: (alias: string) => string, options: FieldOptions = {}): PropertyDecorator =>
  (prototype, key) =>
    declare(prototype, { ...options, name: String(key), kind, readOnly: true, computed: sql });

/** The value of a field in SQL, over the row under an alias. */
export const columnOf = ({ name, computed }: Field, alias: string): string =>
  computed ? `(${computed(alias)})` : `${alias}.${name}`;

/** The code of the first condition that holds, in SQL. */
export const firstOf = (conditions: Readonly<Record<string, string>>): string =>
  `case ${Object.entries(conditions)
    .map(([code, condition]) => `when ${condition} then '${code}'`)
    .join(' ')} end`;

/** The key of a row that is named beside it, when it may be of any resource. */
export const Key = (options?: FieldOptions) => field('id', options);
export const Text = (options?: FieldOptions) => field('text', options);
export const LongText = (options?: FieldOptions) => field('longtext', options);
export const Code = (options?: FieldOptions) => field('code', options);
export const Email = (options?: FieldOptions) => field('email', options);
export const Phone = (options?: FieldOptions) => field('phone', options);
export const Integer = (options?: FieldOptions) => field('integer', options);
/** Whole francs, never negative unless `min` says so. */
export const Francs = (options?: FieldOptions) => field('francs', options);
export const Percent = (options?: FieldOptions) => field('percent', options, { precision: 5, scale: 2 });
export const Flag = (options?: FieldOptions) => field('flag', options);
export const Day = (options?: FieldOptions) => field('day', options);
export const Instant = (options?: FieldOptions) => field('instant', options);
/** A code out of a short list; the labels are in the message file. */
export const Choice = (choices: readonly string[], options?: FieldOptions) => field('choice', { ...options, choices });
/** The id of a row of another resource. Name it `<thing>_id`: answers add `<thing>: {id, libelle}`. */
export const Reference = (target: () => Entity, options?: FieldOptions) => field('reference', { ...options, target });
/** A document of a shape of its own, checked by `schema`. */
export const Json = (schema: z.ZodType, options?: FieldOptions) => field('json', { ...options, schema });

const upkeep = ['revision', 'cree_le', 'modifie_le', 'supprime_le'];
const place = ({ name }: Field) => (name === 'id' ? -1 : upkeep.indexOf(name) + 1);

/** The key first, the engine's own upkeep last. */
export const inReadingOrder = (fields: Field[]) => fields.toSorted((a, b) => place(a) - place(b));

/** The SQL condition of each choice over the table under an alias. */
export type Derived = (alias: string) => Readonly<Record<string, string>>;
