import type { Field } from '../../../server/core/fields.ts';
import { kindOf, normalisePhone } from '../../../server/core/kinds.ts';
import type { Resource } from '../../../server/core/resource.ts';
import { withoutSpaces } from './typed.ts';

/** One filter of AdminJS: the text of a field, or the two ends of a range. */
interface FilterElement {
  path: string;
  value: unknown;
}

const searching = ['libelle', 'recherche'];
const exact = ['choice', 'flag', 'reference', 'id'];

/**
 * The filters of a list in the engine's own dialect. A name or shape that is not understood goes on under its own
 * name, so that the engine refuses it by name instead of ignoring it.
 */
export function sentBy(resource: Resource, filters: Record<string, FilterElement>): [string, string][] {
  return Object.values(filters).flatMap(({ path, value }) => {
    const field = resource.fields.get(path);
    if (searching.includes(path)) return isText(value) && value.trim() ? [['search', value] as [string, string]] : [];
    return field ? fieldFilter(field, value) : [[path, isText(value) ? value : ''] as [string, string]];
  });
}

function fieldFilter(field: Field, value: unknown): [string, string][] {
  const { name, kind } = field;
  if (isText(value)) return value.trim() === '' ? [] : [textFilter(field, value)];
  const { from, to, vide, ...rest } = (value ?? {}) as Record<string, unknown>;
  if (Object.keys(rest).length > 0) return [[`${name}__${Object.keys(rest)[0]}`, '']];
  const bound = (lookup: string, end: unknown): [string, string][] =>
    isText(end) && end.trim()
      ? [[`${name}__${lookup}`, kind === 'day' || kind === 'instant' ? end.slice(0, 10) : withoutSpaces(end)]]
      : [];
  const empty: [string, string][] = isText(vide) && vide.trim() ? [[`${name}__isnull`, vide]] : [];
  return [...bound('gte', from), ...bound('lte', to), ...empty];
}

function textFilter({ name, kind }: Field, text: string): [string, string] {
  if (exact.includes(kind)) return exactFilter(name, text);
  if (kind === 'phone') return normalisePhone(text) ? [name, text] : [`${name}__icontains`, text.replace(/\s/g, '')];
  if (kindOf(kind).lookups.includes('icontains')) return [`${name}__icontains`, text];
  return [name, kind === 'day' || kind === 'instant' ? text : withoutSpaces(text)];
}

/** `a,b` is one of both, `!a` anything but that, `vide` and `rempli` whether there is anything. */
function exactFilter(name: string, text: string): [string, string] {
  if (text === 'vide' || text === 'rempli') return [`${name}__isnull`, String(text === 'vide')];
  if (text.startsWith('!')) return [`${name}__ne`, text.slice(1)];
  return [text.includes(',') ? `${name}__in` : name, text];
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** The filters in the address of a list: `filters.nom=kongo&filters.cree_le~~from=2026-01-01`. */
export function filtersIn(parameters: Iterable<readonly [string, string]>): Record<string, FilterElement> {
  const filters: Record<string, FilterElement> = Object.create(null);
  for (const [key, text] of parameters) {
    if (!key.startsWith('filters.')) continue;
    const [path = '', end] = key.slice('filters.'.length).split('~~');
    const known = filters[path]?.value;
    filters[path] = { path, value: end ? { ...(typeof known === 'object' ? known : {}), [end]: text } : text };
  }
  return filters;
}
