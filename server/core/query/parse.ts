import { type Actor, can, visibleFields } from '../access.ts';
import { type FieldErrors, interdit, invalide } from '../errors.ts';
import type { Field } from '../fields.ts';
import { labelOf, type Resource } from '../resource.ts';
import { parseFilter } from './filters.ts';
import { DEPTH_MAX, type Filter, type Order, PAGE_SIZE, PAGE_SIZE_MAX, type Query } from './query.ts';

/** The parameters of an address, as sent: a name and its text, in order. */
export type Sent = Iterable<readonly [string, string]>;

/** What beside filters an operation understands; everything else is refused by name. */
export type Parameter =
  | 'search'
  | 'ordering'
  | 'page'
  | 'page_size'
  | 'cursor'
  | 'count'
  | 'fields'
  | 'expand'
  | 'corbeille';
const all: readonly Parameter[] = [
  'search',
  'ordering',
  'page',
  'page_size',
  'cursor',
  'count',
  'fields',
  'expand',
  'corbeille',
];

const limit = 500;

/**
 * Reads a query in the dialect of Django REST Framework and django-filter. Nothing is ignored: a name that this
 * person may not see is as unknown as one that does not exist.
 * @throws 400 naming each wrong parameter, 403 for `corbeille` without the right to restore
 */
export function parseQuery(actor: Actor, resource: Resource, sent: Sent, allowed: readonly Parameter[] = all): Query {
  const visible = byName(visibleFields(actor, resource));
  const errors: FieldErrors = Object.create(null);
  const query: Query = { filters: [], ordering: [], page: 1, page_size: PAGE_SIZE, expand: [], corbeille: false };
  const wrong = (name: string, key: string, params?: Record<string, unknown>) => {
    errors[name] = [{ key, params }];
  };
  const known = new Set<string>();

  for (const [name, text] of sent) {
    if (known.has(name)) wrong(name, 'parametre_repete');
    else if (text.includes('\0')) wrong(name, 'caractere_interdit');
    else if ((allowed as readonly string[]).includes(name)) parameter(name as Parameter, text);
    else filter(name, text);
    known.add(name);
  }

  function parameter(name: Parameter, text: string) {
    switch (name) {
      case 'search':
        return readSearch(text);
      case 'ordering':
        return readOrdering(text);
      case 'page':
        return readWhole(name, text, 1, Number.MAX_SAFE_INTEGER);
      case 'page_size':
        return readWhole(name, text, 1, PAGE_SIZE_MAX);
      case 'cursor':
        query.cursor = text;
        return;
      case 'count':
        query.exact = text === 'exact';
        if (!query.exact) wrong(name, 'valeur_inconnue');
        return;
      case 'fields':
        query.fields = names(name, text, (field) => visible.has(field) || field === 'libelle' || isLabel(field));
        return;
      case 'expand':
        query.expand = names(name, text, isLabel);
        return;
      case 'corbeille':
        query.corbeille = text === '1' || text === 'true';
        if (!resource.restorable || !/^(1|0|true|false)$/.test(text)) wrong(name, 'valeur_inconnue');
    }
  }

  function isLabel(name: string) {
    const field = visible.get(`${name}_id`);
    return field?.kind === 'reference' && labelOf(field) === name;
  }

  function names(parameterName: string, text: string, isKnown: (name: string) => boolean): string[] {
    const list = text
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean);
    const unknown = list.filter((name) => !isKnown(name));
    if (unknown.length > 0) wrong(parameterName, 'champ_inconnu_nomme', { champ: unknown.join(', ') });
    return list;
  }

  function readSearch(text: string) {
    if (resource.search.length === 0) wrong('search', 'recherche_absente');
    else if (text.length > limit) wrong('search', 'trop_long', { maximum: limit });
    else if (text.trim()) query.search = text.trim();
  }

  function readOrdering(text: string) {
    for (const term of text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean)) {
      const field = visible.get(term.replace(/^-/, ''));
      if (!field || field.kind === 'json') wrong('ordering', 'champ_inconnu_nomme', { champ: term });
      else if (query.ordering.some((each) => each.field === field)) wrong('ordering', 'parametre_repete');
      else query.ordering.push({ field, descending: term.startsWith('-') });
    }
  }

  function readWhole(name: 'page' | 'page_size', text: string, min: number, max: number) {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= min && value <= max) query[name] = value;
    else wrong(name, 'entre', { minimum: min, maximum: max });
  }

  function filter(name: string, text: string) {
    const found = parseFilter(visible, name, text);
    if ('filter' in found) query.filters.push(found.filter as Filter);
    else errors[name] = found.errors;
  }

  if (query.page * query.page_size > DEPTH_MAX && query.cursor === undefined) {
    wrong('page', 'trop_profond', { maximum: DEPTH_MAX });
  }
  if (Object.keys(errors).length > 0) throw invalide(errors, 'requete_invalide');
  if (query.corbeille && !can(actor, resource, 'restaurer')) throw interdit('interdit_corbeille');
  if (query.ordering.length === 0) query.ordering = defaultOrder(resource);
  query.ordering = withTieBreak(query.ordering, resource);
  return query;
}

const named = new WeakMap<readonly Field[], ReadonlyMap<string, Field>>();

/** The same list of fields comes again with each request of a person. */
function byName(fields: readonly Field[]): ReadonlyMap<string, Field> {
  const known = named.get(fields);
  if (known) return known;
  const made = new Map(fields.map((field) => [field.name, field]));
  named.set(fields, made);
  return made;
}

const defaultOrder = ({ order, fields }: Resource): Order[] => {
  const field = fields.get(order.replace(/^-/, '')) as Field;
  return [{ field, descending: order.startsWith('-') }];
};

/** Ends every order with the key, so that no row is on two pages. */
function withTieBreak(ordering: Order[], { fields }: Resource): Order[] {
  const at = ordering.findIndex(({ field }) => field.name === 'id');
  if (at >= 0) return ordering.slice(0, at + 1);
  return [...ordering, { field: fields.get('id') as Field, descending: ordering.at(-1)?.descending ?? false }];
}
