import { z } from 'zod';

/** The unit of a number, where its schema says so with `.meta({ unit })`. */
export const units = ['francs', 'jours', 'mois', 'pourcent'] as const;
export type Unit = (typeof units)[number];

/**
 * What a document or an input is made of, small enough for a screen to draw a form of it. `choices` is a list of
 * codes, `list` a list of `item`, `group` has named `parts`; `any` is a value that nothing is known of.
 */
export interface Shape {
  kind:
    | 'text'
    | 'longtext'
    | 'phone'
    | 'email'
    | 'integer'
    | 'number'
    | 'flag'
    | 'choice'
    | 'day'
    | 'instant'
    | 'reference'
    | 'choices'
    | 'list'
    | 'group'
    | 'any';
  /** May be left out; `nullable` may be null. */
  optional?: boolean;
  nullable?: boolean;
  default?: unknown;
  min?: number;
  max?: number;
  unit?: Unit;
  codes?: string[];
  /** The resource whose rows a reference names. */
  target?: string;
  item?: Shape;
  /** Two parts of a group whose product is what it comes to, in francs: a quantity and a price. */
  product?: [string, string];
  parts?: Record<string, Shape>;
}

interface Json {
  type?: string;
  format?: string;
  enum?: unknown[];
  anyOf?: Json[];
  items?: Json;
  properties?: Record<string, Json>;
  required?: string[];
  default?: unknown;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  maxLength?: number;
  unit?: Unit;
  product?: [string, string];
  reference?: string;
}

const known = new WeakMap<z.ZodType, Shape>();

/** The shape of what a schema takes. Give a number its `unit`, a key its `reference`, a text its `format` by `.meta()`. */
export function shapeOf(schema: z.ZodType | undefined): Shape {
  if (!schema) return { kind: 'any' };
  const made = known.get(schema) ?? read(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json);
  known.set(schema, made);
  return made;
}

/** A text longer than this is written on several lines. */
const LONG = 200;

function read(json: Json): Shape {
  const { anyOf = [], ...own } = json;
  const others = anyOf.filter(({ type }) => type !== 'null');
  if (anyOf.length > others.length && others.length === 1) return { ...read({ ...own, ...others[0] }), nullable: true };
  return compact({ ...form(json), default: json.default ?? undefined, unit: json.unit, product: json.product });
}

function form(json: Json): Shape {
  const { type, format, minimum: min, maximum: max } = json;
  if (json.reference) return { kind: 'reference', target: json.reference };
  if (json.enum) return { kind: 'choice', codes: json.enum.map(String) };
  if (type === 'integer' || type === 'number') return { kind: type, min, max: bounded(max) };
  if (type === 'boolean') return { kind: 'flag' };
  if (type === 'array') return listOf(json);
  if (type === 'object' && json.properties) return groupOf(json.properties, json.required ?? []);
  if (type !== 'string') return { kind: 'any' };
  if (format === 'date') return { kind: 'day' };
  if (format === 'date-time') return { kind: 'instant' };
  if (format === 'phone' || format === 'email') return { kind: format, max: json.maxLength };
  return { kind: (json.maxLength ?? 0) > LONG ? 'longtext' : 'text', max: json.maxLength };
}

function listOf({ items = {}, minItems: min, maxItems: max }: Json): Shape {
  const item = read(items);
  if (item.kind === 'choice') return { kind: 'choices', codes: item.codes, min, max };
  return { kind: 'list', item, min, max };
}

const groupOf = (properties: Record<string, Json>, required: string[]): Shape => ({
  kind: 'group',
  parts: Object.fromEntries(
    Object.entries(properties).map(([name, json]) => [
      name,
      compact({ ...read(json), optional: !required.includes(name) || undefined }),
    ]),
  ),
});

/** The greatest number that can be written is no bound that anybody chose. */
const bounded = (max: number | undefined) => (max === Number.MAX_SAFE_INTEGER ? undefined : max);

const compact = (shape: Shape): Shape =>
  Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as unknown as Shape;

/** Every named part within a shape as `[path, shape]`; lines of a list have no number in the path. */
export function partsOf(shape: Shape, path: string): [string, Shape][] {
  if (shape.kind === 'list' && shape.item) return partsOf(shape.item, path);
  if (shape.kind !== 'group') return [];
  return Object.entries(shape.parts ?? {}).flatMap(([name, part]): [string, Shape][] => [
    [`${path}.${name}`, part],
    ...partsOf(part, `${path}.${name}`),
  ]);
}

/** Every list of codes within a shape, by its path; the shape's own included. */
export const codesIn = (shape: Shape, path: string): [string, string[]][] =>
  ([[path, shape], ...partsOf(shape, path)] as [string, Shape][]).flatMap(([at, { codes, item }]) => {
    const found = codes ?? item?.codes;
    return found ? [[at, found] as [string, string[]]] : [];
  });
