/** A clock that can be put forward, set and stopped. @param real milliseconds; its pace is kept */
export function openClock(real: () => number) {
  let offset = 0;
  let stopped: number | undefined;
  const now = () => stopped ?? real() + offset;
  return {
    now,
    /** @param advance milliseconds @param set an instant (ISO) at which the clock stands still */
    change({ advance = 0, set }: { advance?: number; set?: string }): void {
      if (set !== undefined) stopped = Date.parse(set);
      if (stopped === undefined) offset += advance;
      else stopped += advance;
    },
    /** Whether time passes of its own accord. */
    runs: () => stopped === undefined,
  };
}
