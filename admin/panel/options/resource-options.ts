import type { PropertyOptions, ResourceOptions } from 'adminjs';
import type { Field } from '../../../server/core/fields.ts';
import { isDemanded } from '../../../server/core/records/input.ts';
import { type Resource, resourceOf } from '../../../server/core/resource.ts';
import { shapeOf } from '../../../server/core/shape.ts';
import { features } from '../../../server/features.ts';
import type { Guichet } from '../../../server/guichet.ts';
import { actionsOf } from './actions.ts';
import { type Look, lookOf } from './fields.ts';
import { iconOf } from './icons.ts';

/** Everything that AdminJS needs to know of a resource, out of its declaration. */
export function optionsOf(guichet: Guichet, resource: Resource): ResourceOptions {
  const [group = '', mates = []] = Object.entries(features).find(([, members]) => members.includes(resource)) ?? [];
  return {
    id: resource.name,
    navigation: { name: mates.length > 1 ? `groupe_${group}` : null, icon: iconOf(resource) },
    titleProperty: 'libelle',
    sort: { sortBy: resource.order.replace(/^-/, ''), direction: resource.order.startsWith('-') ? 'desc' : 'asc' },
    properties: {
      libelle: { isVisible: false, isTitle: true },
      ...(resource.search.length > 0
        ? { recherche: { isVisible: { filter: true }, components: { filter: 'TextFilter' } } }
        : {}),
      ...Object.fromEntries([...resource.fields.values()].map((field) => [field.name, propertyOf(resource, field)])),
    },
    actions: actionsOf(guichet, resource),
  };
}

const inputs: Partial<Record<Look, string>> = {
  longtext: 'LongTextEdit',
  choice: 'ChoiceEdit',
  flag: 'FlagEdit',
  day: 'DayEdit',
  instant: 'DayEdit',
  reference: 'ReferenceEdit',
  json: 'LongTextEdit',
  document: 'DocumentEdit',
  droits: 'DroitsEdit',
};

const filters: Partial<Record<Field['kind'], string>> = {
  choice: 'ChoiceFilter',
  flag: 'FlagFilter',
  reference: 'ReferenceFilter',
  day: 'RangeFilter',
  instant: 'RangeFilter',
  integer: 'RangeFilter',
  francs: 'RangeFilter',
  percent: 'RangeFilter',
};

/** The browser's types: only what AdminJS's own reading of forms must know. */
const types: Partial<Record<Field['kind'], PropertyOptions['type']>> = {
  flag: 'boolean',
  day: 'date',
  instant: 'datetime',
};

function propertyOf(resource: Resource, field: Field): PropertyOptions {
  const look = lookOf(resource, field);
  const hinted = resource.messages.fr.hints?.[field.name] !== undefined;
  return {
    type: types[field.kind] ?? 'string',
    isRequired: isDemanded(resource, field),
    components: {
      list: 'ValueCell',
      show: 'ValueShow',
      edit: inputs[look] ?? 'TextEdit',
      filter: filters[field.kind] ?? 'TextFilter',
    },
    custom: {
      look,
      max: field.max,
      ...(field.optional ? { optional: true } : {}),
      // What names a row is read as a name, not as a mark on it.
      ...(field.kind === 'choice' && resource.title.includes(field.name) ? { plain: true } : {}),
      ...(['choice', 'flag'].includes(field.kind) ? { initial: field.default } : {}),
      ...(look === 'document' ? { shape: shapeOf(field.schema) } : {}),
      ...(look === 'droits' ? { catalogue: catalogue() } : {}),
    },
    ...(hinted ? { description: `aide_${field.name}` } : {}),
    ...(field.kind === 'reference' ? { reference: resourceOf(field.target?.()).name } : {}),
    ...(field.choices ? { availableValues: field.choices.map((value) => ({ value, label: value })) } : {}),
  };
}

/** Every resource with its rights, in the order of the menu. */
const catalogue = () =>
  Object.values(features)
    .flat()
    .map(({ name, permissions }) => ({ name, permissions }));
