import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { ColumnType } from 'typeorm';
import { z } from 'zod';

/** What may be asked of a column in a filter, after `field__`. `exact` is the bare field name. */
export type Lookup =
  | 'exact'
  | 'ne'
  | 'in'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'range'
  | 'icontains'
  | 'istartswith'
  | 'isnull';

/** What a field declares beside its kind. Lengths in characters, bounds in the kind's own unit. */
export interface FieldOptions {
  optional?: boolean;
  readOnly?: boolean;
  unique?: boolean;
  min?: number;
  max?: number;
  choices?: readonly string[];
  schema?: z.ZodType;
  target?: () => abstract new () => object;
  default?: unknown;
  /** Where it is left out, the resource's `prepare` gives it. */
  given?: boolean;
  /** It is no column: the SQL of its value, given the alias of the row. */
  computed?: (alias: string) => string;
}

/** A sort of value, known once for column, validation, filter, form, document and spreadsheet. */
export interface Kind {
  column: ColumnType;
  lookups: readonly Lookup[];
  schema(field: FieldOptions): z.ZodType;
  /** For filters, when they are freer than the column (a part of a name, say). */
  filter?(field: FieldOptions): z.ZodType;
  /** Text from a query string or a form, as the value that `schema` expects. */
  fromText(text: string): unknown;
}

const ordered: readonly Lookup[] = ['exact', 'ne', 'in', 'gt', 'gte', 'lt', 'lte', 'range', 'isnull'];
const textual: readonly Lookup[] = ['exact', 'ne', 'in', 'icontains', 'istartswith', 'isnull'];
const discrete: readonly Lookup[] = ['exact', 'ne', 'in', 'isnull'];

const asText = (text: string) => text;
const asNumber = (text: string) => (/^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text);
const flags = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);
const asFlag = (text: string) => flags.get(text.toLowerCase()) ?? text;

const NUL = String.fromCharCode(0);
const clean = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => !text.includes(NUL) && text.isWellFormed(), { error: 'caractere_interdit' });
/** A text that says something: trimmed, of at least `min` (1) and at most `max` (or `most`) characters. */
export const filled = ({ min, max }: FieldOptions, most = 200) =>
  clean(max ?? most)
    .trim()
    .min(min ?? 1);
const anyText = () => clean(5000);

// ISO has a year 0000 and offsets up to a day, PostgreSQL has neither.
const isoDay = () => z.iso.date().refine((day) => day >= '0001', { error: 'format_date' });
const isoInstant = () =>
  z.iso
    .datetime({ offset: true })
    .refine((at) => at >= '0001' && /(Z|[+-](0\d|1[0-4]):\d\d)$/.test(at), { error: 'format_datetime' });

const MAX = Number.MAX_SAFE_INTEGER;
const whole = ({ min, max }: FieldOptions, least: number) =>
  z
    .int()
    .min(min ?? least)
    .max(max ?? MAX);

const countries = ['CG', 'CM'] as const;

/**
 * E.164 (`+242061234567`) of a number of Congo or Cameroon, however it was typed; undefined if it is none, or if
 * without its country code it could be of either.
 */
export function normalisePhone(typed: string): string | undefined {
  if (typed.length > 40) return undefined;
  const read = countries.map((country) =>
    parsePhoneNumberFromString(typed, { defaultCountry: country, extract: false }),
  );
  const valid = read.filter((phone) => phone?.isValid() && /^\+(242|237)\d{9}$/.test(phone.number));
  const numbers = new Set(valid.map((phone) => phone?.number));
  return numbers.size === 1 ? [...numbers][0] : undefined;
}

const phone = () =>
  z.string().transform((typed, context) => {
    const number = normalisePhone(typed);
    if (!number) context.addIssue({ code: 'custom', message: 'telephone_invalide' });
    return number ?? z.NEVER;
  });

const text = (most: number): Kind => ({
  column: 'text',
  lookups: textual,
  schema: (field) => filled(field, most),
  filter: anyText,
  fromText: asText,
});

export const kinds = {
  id: { column: 'bigint', lookups: ordered, schema: () => z.int().positive(), fromText: asNumber },
  text: text(200),
  longtext: { ...text(5000), lookups: ['icontains', 'isnull'] },
  code: {
    column: 'text',
    lookups: textual,
    schema: (field) => filled(field, 40).regex(/^[\p{L}\p{N}][\p{L}\p{N}_.\-/]*$/u, { error: 'code_invalide' }),
    filter: anyText,
    fromText: asText,
  },
  email: {
    column: 'text',
    lookups: textual,
    schema: () => clean(254).trim().toLowerCase().pipe(z.email()),
    filter: () => anyText().toLowerCase(),
    fromText: asText,
  },
  phone: { column: 'text', lookups: textual, schema: phone, filter: anyText, fromText: asText },
  integer: {
    column: 'integer',
    lookups: ordered,
    schema: (field) => whole(field, -2147483648).max(2147483647),
    fromText: asNumber,
  },
  /** Whole francs (XAF has no decimals). */
  francs: {
    column: 'bigint',
    lookups: ordered,
    schema: (field) => whole(field, 0),
    filter: () => z.int(),
    fromText: asNumber,
  },
  /** Hundredths of the whole, two decimals: 12.5 means 12,5 %. */
  percent: {
    column: 'numeric',
    lookups: ordered,
    schema: ({ min, max }) =>
      z
        .number()
        .min(min ?? 0)
        .max(max ?? 100)
        .multipleOf(0.01),
    fromText: asNumber,
  },
  flag: { column: 'boolean', lookups: ['exact', 'isnull'], schema: () => z.boolean(), fromText: asFlag },
  /** A calendar day, ISO `2026-01-31`. */
  day: { column: 'date', lookups: ordered, schema: isoDay, fromText: asText },
  /** A moment, ISO with its offset. */
  instant: {
    column: 'timestamptz',
    lookups: ordered,
    schema: isoInstant,
    filter: () => z.union([isoInstant(), isoDay()], { error: 'instant_invalide' }),
    fromText: asText,
  },
  choice: {
    column: 'text',
    lookups: discrete,
    schema: ({ choices = [] }) => z.enum(choices as [string]),
    fromText: asText,
  },
  reference: { column: 'bigint', lookups: discrete, schema: () => z.int().positive(), fromText: asNumber },
  json: {
    column: 'jsonb',
    lookups: ['isnull'],
    schema: ({ schema }) => schema ?? z.json(),
    fromText: (text) => {
      try {
        return JSON.parse(text);
      } catch {
        return text;
      }
    },
  },
} satisfies Record<string, Kind>;

export type KindName = keyof typeof kinds;

export const kindOf = (name: KindName): Kind => kinds[name];
