import type { Resource } from '../resource.ts';

type Values = Record<string, unknown>;

/** Comparable and storable: an instant as ISO text, nothing as null. */
const plain = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : (value ?? null));

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(plain(a)) === JSON.stringify(plain(b));

/** What is kept of an entity as plain values: a snapshot to compare with later. */
export function snapshot({ fields }: Resource, row: object): Values {
  const kept = [...fields.values()].filter(({ computed }) => !computed);
  return Object.fromEntries(kept.map(({ name }) => [name, structuredClone(plain((row as Values)[name]))]));
}

const upkeep = new Set(['revision', 'cree_le', 'modifie_le']);

/** What differs, field by field; the engine's own upkeep is left out. */
export function differences(before: Values, after: Values): { avant: Values; apres: Values } {
  const avant: Values = {};
  const apres: Values = {};
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (upkeep.has(name) || same(before[name], after[name])) continue;
    avant[name] = before[name] ?? null;
    apres[name] = after[name] ?? null;
  }
  return { avant, apres };
}
