import type { Langue } from '../../core/messages/messages.ts';
import { DAY, dated, groupable, MONTH, numeric, orderedKinds } from '../../core/query/aggregate.ts';
import type { Resource } from '../../core/resource.ts';
import { listed } from './listed.ts';
import type { Parameter } from './types.ts';
import { words } from './words.ts';

const kindsFor = { group_by: groupable, sum: numeric, avg: numeric, min: orderedKinds, max: orderedKinds };
const NAMES_MAX = 3;

/** What groups and measures a resource has; a measure that fits none of its fields is left out. */
export function aggregateParameters({ fields }: Resource, langue: Langue): Parameter[] {
  const { parameters: said } = words(langue);
  return (Object.keys(kindsFor) as (keyof typeof kindsFor)[]).flatMap((name) => {
    const of = (kinds: readonly string[]) => [...fields.values()].filter(({ kind }) => kinds.includes(kind));
    const spans = name === 'group_by' ? of(dated).flatMap((field) => [field.name + MONTH, field.name + DAY]) : [];
    const fitting = [...of(kindsFor[name]).map((field) => field.name), ...spans];
    return fitting.length > 0 ? [listed(name, said[name], fitting, NAMES_MAX)] : [];
  });
}
