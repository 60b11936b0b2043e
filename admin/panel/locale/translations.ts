import type { LocaleTranslations } from 'adminjs';
import type { Field } from '../../../server/core/fields.ts';
import { en as coreEn } from '../../../server/core/messages/en.ts';
import { fr as coreFr } from '../../../server/core/messages/fr.ts';
import {
  choiceLabel,
  fieldLabel,
  inputLabel,
  type Langue,
  labels,
  partLabel,
  permissionLabel,
} from '../../../server/core/messages/messages.ts';
import type { Resource } from '../../../server/core/resource.ts';
import { codesIn, partsOf, type Shape, shapeOf } from '../../../server/core/shape.ts';
import { features, resources } from '../../../server/features.ts';
import { lookOf } from '../options/fields.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

const core = { fr: coreFr, en: coreEn };
const own = { fr, en };
const yesNo = { fr: { true: 'Oui', false: 'Non' }, en: { true: 'Yes', false: 'No' } };

/** All that the panel says in one language: AdminJS's sentences, ours, and the names in the declarations. */
export function translationsIn(langue: Langue): LocaleTranslations {
  const texts = own[langue];
  const groups = core[langue].groups as Record<string, string>;
  return {
    ...texts,
    // The way back above a page names an action without saying whose it is.
    actions: { ...texts.actions, ...actionsIn(langue) },
    labels: {
      ...texts.labels,
      ...Object.fromEntries(resources.map((resource) => [resource.name, labels(langue, resource).many])),
      ...Object.fromEntries(Object.keys(features).map((group) => [`groupe_${group}`, groups[group] ?? group])),
    },
    verbes: verbsIn(langue),
    resources: Object.fromEntries(resources.map((resource) => [resource.name, blockOf(langue, resource)])),
  } as LocaleTranslations;
}

const actionsIn = (langue: Langue): Record<string, string> =>
  Object.fromEntries(
    resources.flatMap((resource) =>
      resource.actions.map(({ name }) => [name, permissionLabel(langue, resource, name)] as const),
    ),
  );

/** What a line of the journal may call an act, whatever resource it is about. */
function verbsIn(langue: Langue): Record<string, string> {
  const actions = resources.flatMap((resource) =>
    resource.permissions.map((name) => [name, permissionLabel(langue, resource, name)]),
  );
  return { ...core[langue].verbs, ...Object.fromEntries(actions) };
}

function blockOf(langue: Langue, resource: Resource) {
  const { one, many, hints = {}, inputs: told = {} } = labels(langue, resource);
  const fields = [...resource.fields.values()];
  const shapes = shapesOf(resource);
  const choices = [
    ...fields.map(({ name, choices: codes = [] }) => [name, codes] as const),
    ...shapes.flatMap(([path, shape]) => codesIn(shape, path)),
  ].flatMap(([path, codes]) =>
    codes.map((code) => [`${keyOf(path)}.${code}`, choiceLabel(langue, resource, path, code)]),
  );
  const parts = shapes.flatMap(([path, shape]) => partsOf(shape, path));
  const flags = fields
    .filter(({ kind }) => kind === 'flag')
    .flatMap(({ name }) => Object.entries(yesNo[langue]).map(([code, word]) => [`${name}.${code}`, word]));
  const inputs = resource.actions
    .flatMap(({ input }) => Object.keys(input.shape))
    .map((name) => [name, inputLabel(langue, resource, name)]);
  return {
    one,
    labels: Object.fromEntries([[resource.name, many], ...choices, ...flags]),
    properties: Object.fromEntries(fields.map((field) => [field.name, nameOf(langue, resource, field)])),
    actions: {
      list: many,
      ...Object.fromEntries(resource.actions.map(({ name }) => [name, permissionLabel(langue, resource, name)])),
    },
    droits: Object.fromEntries(resource.permissions.map((name) => [name, permissionLabel(langue, resource, name)])),
    inputs: { ...told, ...Object.fromEntries(inputs) },
    parts: Object.fromEntries(parts.map(([path]) => [keyOf(path), partLabel(langue, resource, path)])),
    messages: Object.fromEntries(Object.entries(hints).map(([field, hint]) => [`aide_${keyOf(field)}`, hint])),
  };
}

/** A path as a key of its own: a dot would lead into the part above. */
const keyOf = (path: string): string => path.replaceAll('.', '/');

/** Every document and input of a resource, by its name. */
export const shapesOf = ({ fields, actions }: Resource): [string, Shape][] => [
  ...[...fields.values()]
    .filter(({ kind }) => kind === 'json')
    .map(({ name, schema }): [string, Shape] => [name, shapeOf(schema)]),
  ...actions.flatMap(({ input }) => Object.entries(shapeOf(input).parts ?? {})),
];

/** Before and after stand in one table, which has a name of its own. */
const nameOf = (langue: Langue, resource: Resource, field: Field): string =>
  lookOf(resource, field) === 'differences'
    ? (own[langue].labels.changements ?? '')
    : fieldLabel(langue, resource, field.name);
