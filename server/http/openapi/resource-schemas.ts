import type { Field } from '../../core/fields.ts';
import { fieldLabel, type Langue, permissionLabel } from '../../core/messages/messages.ts';
import { DAY, dated, groupable, MONTH, numeric, orderedKinds } from '../../core/query/aggregate.ts';
import { isDemanded } from '../../core/records/input.ts';
import { labelOf, type Resource } from '../../core/resource.ts';
import { actionSchema } from './action-schema.ts';
import { bodyExample, rowExample } from './examples.ts';
import { inputSchema, orNull, readSchema } from './field-schema.ts';
import { refTo, type Schema } from './types.ts';
import { fill, words } from './words.ts';

/** The names of a resource's schemas in the document. */
export function schemaNames({ entity: { name } }: Resource) {
  return {
    row: name,
    page: `${name}Page`,
    input: `${name}Input`,
    update: `${name}Update`,
    patch: `${name}Patch`,
    aggregates: `${name}Agregats`,
    action: (action: string) =>
      `${name}${action
        .split('-')
        .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
        .join('')}`,
  };
}

/** Every schema of a resource, by its name. */
export function resourceSchemas(resource: Resource, langue: Langue): Record<string, Schema> {
  const names = schemaNames(resource);
  const { schemas } = words(langue);
  const { one, many } = resource.messages[langue];
  const described = (pattern: string, schema: Schema): Schema => ({
    description: fill(pattern, { one, many }),
    ...schema,
  });
  const made: Record<string, Schema> = {
    [names.row]: described(schemas.row, rowSchema(resource, langue)),
    [names.page]: described(schemas.page, pageSchema(resource, langue)),
    [names.aggregates]: described(schemas.aggregates, aggregatesSchema(resource, langue)),
  };
  if (resource.verbs.includes('creer')) made[names.input] = described(schemas.input, createSchema(resource, langue));
  if (resource.verbs.includes('modifier')) {
    made[names.update] = described(schemas.update, { ...changeSchema(resource, langue), required: demanded(resource) });
    made[names.patch] = described(schemas.patch, {
      ...changeSchema(resource, langue),
      example: { ...lastOf(bodyExample(resource)), revision: 3 },
    });
  }
  for (const action of resource.actions) {
    const label = permissionLabel(langue, resource, action.name);
    made[names.action(action.name)] = {
      description: fill(schemas.action, { action: label }),
      ...actionSchema(resource, action, langue),
    };
  }
  return made;
}

const writable = ({ fields }: Resource): Field[] => [...fields.values()].filter(({ readOnly }) => !readOnly);
const demanded = (resource: Resource): string[] =>
  writable(resource)
    .filter((field) => isDemanded(resource, field))
    .map(({ name }) => name);
const lastOf = (values: Record<string, unknown>) => Object.fromEntries(Object.entries(values).slice(-2));

/** With `fields=` a row has only what was asked for, so only its key is certain. */
function rowSchema(resource: Resource, langue: Langue): Schema {
  const { descriptions } = words(langue);
  const properties: Record<string, Schema> = {};
  for (const field of resource.fields.values()) {
    properties[field.name] = readSchema(resource, field, langue);
    if (field.kind === 'reference') properties[labelOf(field)] = labelSchema(resource, field, langue);
  }
  properties.libelle = { type: 'string', description: descriptions.libelle };
  properties.actions = { type: 'array', items: { type: 'string' }, description: descriptions.actions };
  return { type: 'object', properties, required: ['id'], example: rowExample(resource) };
}

function labelSchema(resource: Resource, field: Field, langue: Langue): Schema {
  const label = labelOf(field);
  const description = fill(words(langue).descriptions.label, { field: field.name, label });
  return {
    title: fieldLabel(langue, resource, field.name),
    description,
    anyOf: [refTo('schemas', 'Libelle'), { type: 'null' }],
  };
}

function createSchema(resource: Resource, langue: Langue): Schema {
  const properties = Object.fromEntries(
    writable(resource).map((field) => [field.name, inputSchema(resource, field, langue)]),
  );
  return {
    type: 'object',
    properties,
    required: demanded(resource),
    additionalProperties: false,
    example: bodyExample(resource),
  };
}

/** What may be written, and what a row that is sent back whole brings along. */
function changeSchema(resource: Resource, langue: Langue): Schema {
  const { descriptions } = words(langue);
  const properties: Record<string, Schema> = {};
  for (const field of resource.fields.values()) {
    const ignored = { ...readSchema(resource, field, langue), description: descriptions.ignored, readOnly: true };
    properties[field.name] = field.readOnly ? ignored : inputSchema(resource, field, langue);
    if (field.kind === 'reference') properties[labelOf(field)] = { description: descriptions.ignored, readOnly: true };
  }
  for (const name of ['libelle', 'actions']) properties[name] = { description: descriptions.ignored, readOnly: true };
  properties.revision = { type: 'integer', minimum: 1, description: descriptions.revision };
  return {
    type: 'object',
    properties,
    additionalProperties: false,
    example: { ...bodyExample(resource), revision: 3 },
  };
}

function pageSchema(resource: Resource, langue: Langue): Schema {
  const { schemas } = words(langue);
  const link = (description: string): Schema => ({ type: ['string', 'null'], format: 'uri', description });
  const url = `https://guichet.example/api/v1/${resource.name}?page=2`;
  return {
    type: 'object',
    properties: {
      count: { type: 'integer', minimum: 0, description: schemas.count },
      count_is_estimate: { type: 'boolean', description: schemas.countIsEstimate },
      next: link(schemas.next),
      previous: link(schemas.previous),
      results: { type: 'array', items: refTo('schemas', schemaNames(resource).row) },
    },
    required: ['next', 'previous', 'results'],
    example: { count: 60, next: url, previous: null, results: [rowExample(resource)] },
  };
}

const day: Schema = { type: ['string', 'null'], format: 'date', examples: ['2026-01-31'] };
const month: Schema = { type: ['string', 'null'], pattern: '^\\d{4}-\\d{2}$', examples: ['2026-01'] };

function aggregatesSchema(resource: Resource, langue: Langue): Schema {
  const properties: Record<string, Schema> = {
    nombre: { type: 'integer', minimum: 0, description: words(langue).schemas.nombre },
  };
  for (const field of resource.fields.values()) {
    const value = orNull(readSchema(resource, { ...field, optional: false }, langue));
    if (groupable.includes(field.kind)) properties[field.name] = value;
    if (dated.includes(field.kind)) Object.assign(properties, { [field.name + MONTH]: month, [field.name + DAY]: day });
    if (numeric.includes(field.kind))
      for (const measure of ['sum', 'avg']) properties[`${measure}_${field.name}`] = { type: ['number', 'null'] };
    if (orderedKinds.includes(field.kind))
      for (const measure of ['min', 'max']) properties[`${measure}_${field.name}`] = value;
  }
  const items = { type: 'object', properties, required: ['nombre'], additionalProperties: false };
  return {
    type: 'object',
    properties: { results: { type: 'array', items } },
    required: ['results'],
    example: { results: [{ nombre: 60 }] },
  };
}
