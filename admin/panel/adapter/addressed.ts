import { plusJours } from '../../../server/core/jours.ts';

type Filter = Readonly<Record<string, string>>;

/** The next day or whole number; undefined of what has none. */
function beside(value: string, by: 1 | -1): string | undefined {
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return plusJours(value, by);
  return /^-?\d{1,15}$/.test(value) ? String(Number(value) + by) : undefined;
}

const isReference = (name: string) => name.endsWith('_id');

/** One lookup as the panel's own filters say it: what is put behind the field's name, and the value. */
const said: Record<string, (value: string, name: string) => [end: string, value: string] | undefined> = {
  gte: (value) => ['~~from', value],
  lte: (value) => ['~~to', value],
  gt: (value) => step('~~from', beside(value, 1)),
  lt: (value) => step('~~to', beside(value, -1)),
  in: (value) => ['', value],
  ne: (value) => ['', `!${value}`],
  icontains: (value) => ['', value],
  isnull: (value, name) => (isReference(name) ? ['', value === 'true' ? 'vide' : 'rempli'] : ['~~vide', value]),
};

const step = (end: string, value: string | undefined): [string, string] | undefined =>
  value === undefined ? undefined : [end, value];

/** Of two bounds on the same side the narrower holds; of several choices the one that is named alone. */
function narrower(end: string, one: string, other: string): string {
  const firstIsOne = Number.isNaN(Number(one)) ? one <= other : Number(one) <= Number(other);
  if (end === '~~to') return firstIsOne ? one : other;
  if (end === '~~from') return firstIsOne ? other : one;
  return one.includes(',') || one.startsWith('!') ? other : one;
}

/**
 * A filter of the API (`{ jours__gte: '1' }`) as the address of a list has it (`{ 'jours~~from': '1' }`). What the
 * panel has no words for keeps its own name, for the engine to obey or to refuse: nothing is left out.
 */
export function addressed(filter: Filter): Record<string, string> {
  const address: Record<string, string> = {};
  for (const [key, value] of Object.entries(filter)) {
    const [name = '', lookup] = key.split('__');
    const [end, text] = (lookup === undefined ? ['', value] : said[lookup]?.(value, name)) ?? [undefined, value];
    const at = end === undefined ? key : name + end;
    const known = address[at];
    address[at] = known === undefined ? text : narrower(end ?? '', known, text);
  }
  return address;
}
