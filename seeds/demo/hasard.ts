/** Choices that look like chance and are the same at every run. */
export interface Hasard {
  /** A whole number from `min` to `max`, both included. */
  entre(min: number, max: number): number;
  /** One of the list. @throws for an empty one */
  parmi<T>(list: readonly T[]): T;
  /** true so many times out of a hundred. */
  chance(percent: number): boolean;
}

/** Marsaglia's xorshift over 32 bits: any `seed` but 0 gives its own series. */
export function hasard(seed: number): Hasard {
  let state = seed | 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const entre = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    entre,
    parmi<T>(list: readonly T[]): T {
      if (list.length === 0) throw new Error('nothing to choose from');
      return list[entre(0, list.length - 1)] as T;
    },
    chance: (percent) => next() * 100 < percent,
  };
}
