import { z } from 'zod';
import { type Field, schemaOf } from '../../core/fields.ts';
import type { KindName } from '../../core/kinds.ts';
import { choiceLabel, fieldLabel, type Langue, labels, permissionLabel } from '../../core/messages/messages.ts';
import { type Resource, resourceOf } from '../../core/resource.ts';
import { exampleOf } from './examples.ts';
import { namedParts } from './named-parts.ts';
import type { Schema } from './types.ts';
import { fill, words } from './words.ts';

/** What a value looks like in an answer; JSON has no type for a day, a moment or a telephone. */
const shapes: Record<KindName, Schema> = {
  id: { type: 'integer', format: 'int64', minimum: 1 },
  reference: { type: 'integer', format: 'int64', minimum: 1 },
  text: { type: 'string' },
  longtext: { type: 'string' },
  code: { type: 'string' },
  email: { type: 'string', format: 'email' },
  phone: { type: 'string', pattern: '^\\+[1-9]\\d{6,14}$' },
  integer: { type: 'integer' },
  francs: { type: 'integer', format: 'int64' },
  percent: { type: 'number' },
  flag: { type: 'boolean' },
  day: { type: 'string', format: 'date' },
  instant: { type: 'string', format: 'date-time' },
  choice: { type: 'string' },
  json: {},
};

/** A field as it is read. */
export function readSchema(resource: Resource, field: Field, langue: Langue): Schema {
  const shape = field.kind === 'json' ? documentOf(resource, field, 'output', langue) : { ...shapes[field.kind] };
  if (field.choices) shape.enum = [...field.choices];
  return {
    ...about(resource, field, langue),
    ...(field.optional ? orNull(shape) : shape),
    examples: [exampleOf(resource, field)],
  };
}

/** A field as it may be sent: the very check that the server makes. */
export function inputSchema(resource: Resource, field: Field, langue: Langue): Schema {
  const { format } = shapes[field.kind] as { format?: string };
  const read =
    field.kind === 'json'
      ? documentOf(resource, field, 'input', langue)
      : ofSchema(schemaOf({ ...field, optional: false }), 'input');
  const shape = { ...read, ...(format ? { format } : {}) };
  return {
    ...about(resource, field, langue),
    ...(field.optional ? orNull(shape) : shape),
    ...(field.default === undefined ? {} : { default: field.default }),
    examples: [exampleOf(resource, field)],
  };
}

/** The document that a field holds, each part with its name. */
export const documentOf = (resource: Resource, field: Field, io: 'input' | 'output', langue: Langue): Schema =>
  namedParts(resource, langue, field.name, ofSchema(field.schema ?? schemaOf({ ...field, optional: false }), io));

/** One value of a filter on this field. */
export function filterShape({ kind, choices }: Field): Schema {
  if (kind === 'instant') return { type: 'string', anyOf: [{ format: 'date-time' }, { format: 'date' }] };
  if (['email', 'phone'].includes(kind)) return { type: 'string' };
  return { ...shapes[kind], ...(choices ? { enum: [...choices] } : {}) };
}

/** A zod schema as the document's dialect, without what only repeats its `format`. One that holds itself is anything. */
export function ofSchema(schema: z.ZodType | undefined, io: 'input' | 'output'): Schema {
  if (!schema) return {};
  const { $schema, $defs, ...made } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Schema;
  const holdsItself = $defs !== undefined || JSON.stringify(made).includes('"$ref":"#"');
  return holdsItself ? {} : (withoutPatterns(made) as Schema);
}

function withoutPatterns(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPatterns);
  if (typeof value !== 'object' || value === null) return value;
  const { pattern, ...rest } = value as Schema;
  const kept = pattern === undefined || 'format' in rest ? rest : { ...rest, pattern };
  return Object.fromEntries(Object.entries(kept).map(([key, each]) => [key, withoutPatterns(each)]));
}

export function orNull(shape: Schema): Schema {
  if (typeof shape.type !== 'string')
    return Object.keys(shape).length > 0 ? { anyOf: [shape, { type: 'null' }] } : shape;
  return {
    ...shape,
    type: [shape.type, 'null'],
    ...(Array.isArray(shape.enum) ? { enum: [...shape.enum, null] } : {}),
  };
}

function about(resource: Resource, field: Field, langue: Langue): Schema {
  const { descriptions } = words(langue);
  const { name, kind, choices } = field;
  const right = (pattern: string, permission: string | undefined) =>
    permission && fill(pattern, { droit: permissionLabel(langue, resource, permission) });
  const sentences = [
    labels(langue, resource).hints?.[name],
    kind === 'francs' && descriptions.francs,
    kind === 'phone' && descriptions.phone,
    field.unique && descriptions.unique,
    resource.numbered[name] && descriptions.numbered,
    choices && `${choices.map((code) => `\`${code}\` ${choiceLabel(langue, resource, name, code)}`).join(', ')}.`,
    right(descriptions.hiddenFields, resource.seenWith[name]),
    right(descriptions.writtenWith, resource.writtenWith[name]),
  ].filter(Boolean);
  return {
    title: fieldLabel(langue, resource, name),
    ...(field.target ? { 'x-resource': resourceOf(field.target()).name } : {}),
    ...(sentences.length > 0 ? { description: sentences.join(' ') } : {}),
  };
}
