import type { Field } from '../../core/fields.ts';
import { kindOf, type Lookup } from '../../core/kinds.ts';
import { fieldLabel, type Langue } from '../../core/messages/messages.ts';
import { IN_MAX } from '../../core/query/filters.ts';
import type { Resource } from '../../core/resource.ts';
import { filterShape } from './field-schema.ts';
import type { Parameter, Schema } from './types.ts';
import { fill, words } from './words.ts';

/** Every filter that a resource understands: `statut`, `statut__in`, `cree_le__gte` … */
export function filterParameters(resource: Resource, langue: Langue): Parameter[] {
  const { lookups } = words(langue);
  return [...resource.fields.values()].flatMap((field) =>
    kindOf(field.kind).lookups.map(
      (lookup): Parameter => ({
        name: lookup === 'exact' ? field.name : `${field.name}__${lookup}`,
        in: 'query',
        description: fill(lookups[lookup], { field: fieldLabel(langue, resource, field.name) }),
        ...shapeOf(field, lookup),
      }),
    ),
  );
}

function shapeOf(field: Field, lookup: Lookup): { schema: Schema } & Partial<Parameter> {
  switch (lookup) {
    case 'isnull':
      return { schema: { type: 'boolean' } };
    case 'icontains':
    case 'istartswith':
      return { schema: { type: 'string', maxLength: 200 } };
    case 'in':
      return several(field, 1, IN_MAX);
    case 'range':
      return several(field, 2, 2);
    default:
      return { schema: filterShape(field) };
  }
}

const several = (field: Field, minItems: number, maxItems: number) => ({
  schema: { type: 'array', items: filterShape(field), minItems, maxItems },
  style: 'form' as const,
  explode: false,
});
