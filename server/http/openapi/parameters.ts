import type { Langue } from '../../core/messages/messages.ts';
import { PAGE_SIZE, PAGE_SIZE_MAX } from '../../core/query/query.ts';
import { labelOf, type Resource } from '../../core/resource.ts';
import { aggregateParameters } from './aggregate-parameters.ts';
import { filterParameters } from './filter-parameters.ts';
import { listed } from './listed.ts';
import { type Parameter, type Ref, refTo, type Schema } from './types.ts';
import { fill, words } from './words.ts';

/** The parameters that many operations share. */
export function sharedParameters(langue: Langue): Record<string, Parameter> {
  const { parameters: said } = words(langue);
  const query = (name: string, schema: Schema, description: string): Parameter => ({
    name,
    in: 'query',
    description,
    schema,
  });
  return {
    id: {
      name: 'id',
      in: 'path',
      required: true,
      description: said.id,
      schema: { type: 'integer', format: 'int64', minimum: 1 },
    },
    page: query('page', { type: 'integer', minimum: 1, default: 1 }, said.page),
    page_size: query(
      'page_size',
      { type: 'integer', minimum: 1, maximum: PAGE_SIZE_MAX, default: PAGE_SIZE },
      said.page_size,
    ),
    cursor: query('cursor', { type: 'string' }, said.cursor),
    count: query('count', { type: 'string', enum: ['exact'] }, said.count),
    corbeille: query('corbeille', { type: 'boolean', default: false }, said.corbeille),
    format: query('format', { type: 'string', enum: ['csv', 'xlsx'], default: 'csv' }, said.format),
    ifMatch: { name: 'If-Match', in: 'header', description: said.ifMatch, schema: { type: 'string' }, example: '"3"' },
    idempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      description: said.idempotencyKey,
      schema: { type: 'string', minLength: 1, maxLength: 200 },
    },
    acceptLanguage: {
      name: 'Accept-Language',
      in: 'header',
      description: said.acceptLanguage,
      schema: { type: 'string' },
      example: 'fr',
    },
  };
}

/** The parameters of one resource, each under `<resource>.<name>`. */
export function resourceParameters(resource: Resource, langue: Langue): Record<string, Parameter> {
  const own = [
    ...selection(resource, langue),
    ...filterParameters(resource, langue),
    ...aggregateParameters(resource, langue),
  ];
  return Object.fromEntries(own.map((parameter) => [`${resource.name}.${parameter.name}`, parameter]));
}

export const shared = (...names: string[]): Ref[] => names.map((name) => refTo('parameters', name));
export const ownOf = (resource: Resource, ...names: string[]): Ref[] =>
  names.map((name) => refTo('parameters', `${resource.name}.${name}`));

/** The filters of a resource; the rows aside are chosen like one. */
export const filtersOf = (resource: Resource, langue: Langue): Ref[] => [
  ...(resource.search.length > 0 ? ownOf(resource, 'search') : []),
  ...(resource.restorable ? shared('corbeille') : []),
  ...ownOf(resource, ...filterParameters(resource, langue).map(({ name }) => name)),
];

/** What a page of its rows is asked for with. */
export const pageOf = (resource: Resource, langue: Langue): Ref[] => [
  ...shared('page', 'page_size', 'cursor', 'count'),
  ...ownOf(resource, 'ordering', 'fields'),
  ...expandOf(resource),
  ...filtersOf(resource, langue),
];

/** The groups and measures of a resource. */
export const measuresOf = (resource: Resource, langue: Langue): Ref[] =>
  ownOf(resource, ...aggregateParameters(resource, langue).map(({ name }) => name));

/** `expand`, where there is something to expand. */
export const expandOf = (resource: Resource): Ref[] => (labelsOf(resource).length > 0 ? ownOf(resource, 'expand') : []);

const labelsOf = ({ fields }: Resource) => [...fields.values()].filter(({ kind }) => kind === 'reference').map(labelOf);

function selection(resource: Resource, langue: Langue): Parameter[] {
  const { parameters: said } = words(langue);
  const names = [...resource.fields.keys()];
  const orderable = names.filter((name) => resource.fields.get(name)?.kind !== 'json');
  const labels = labelsOf(resource);
  const searched = resource.search.map((name) => resource.messages[langue].fields[name] ?? name).join(', ');
  const found = resource.search.length > 0;
  return [
    ...(found
      ? [
          {
            name: 'search',
            in: 'query',
            description: fill(said.search, { fields: searched }),
            schema: { type: 'string', maxLength: 500 },
          } as const,
        ]
      : []),
    listed(
      'ordering',
      fill(said.ordering, { order: resource.order }),
      orderable.flatMap((name) => [name, `-${name}`]),
    ),
    listed('fields', said.fields, [...names, ...labels, 'libelle']),
    ...(labels.length > 0 ? [listed('expand', said.expand, labels)] : []),
  ];
}
