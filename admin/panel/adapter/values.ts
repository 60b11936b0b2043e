import type { Field } from '../../../server/core/fields.ts';
import { kindOf } from '../../../server/core/kinds.ts';
import type { Resource } from '../../../server/core/resource.ts';
import { shapeOf } from '../../../server/core/shape.ts';
import { typedBy, withoutSpaces } from './typed.ts';

export type Values = Record<string, unknown>;

/** A row of the engine as the flat parameters of a record: documents as JSON text, labels left out. */
export function paramsOf({ fields }: Resource, row: Values): Values {
  const params: Values = { libelle: row.libelle };
  for (const field of fields.values()) {
    if (!(field.name in row)) continue;
    const value = row[field.name];
    params[field.name] = field.kind === 'json' && value !== null ? JSON.stringify(value) : value;
  }
  return params;
}

/** The parameters of a record as the row they came from. */
export function rowOf({ fields }: Resource, params: Values): Values {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typedAs(fields.get(name), value)]));
}

/** What a form sent, as values of the fields' kinds. What is no field goes on as it is, for the engine to name. */
export function bodyOf({ fields }: Resource, params: Values): Values {
  const { libelle: _, recherche: __, ...sent } = params;
  return Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, typedAs(fields.get(name), value)]));
}

/** A new row leaves out what was left empty, so that defaults and numbers are given. */
export function newBodyOf(resource: Resource, params: Values): Values {
  const { id: _, revision: __, ...body } = bodyOf(resource, params);
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
}

const numeric = ['integer', 'francs', 'percent', 'id', 'reference'];

function typedAs(field: Field | undefined, value: unknown): unknown {
  if (!field || typeof value !== 'string') return value;
  if (value.trim() === '') return null;
  const read = kindOf(field.kind).fromText(numeric.includes(field.kind) ? withoutSpaces(value) : value);
  return field.kind === 'json' ? typedBy(shapeOf(field.schema), read) : read;
}
