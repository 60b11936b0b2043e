import { useEffect, useState } from 'react';

const KEY = 'guichet.menu';

type Kept = Record<string, boolean>;

/** What this browser remembers; without its memory the menu still works. */
function kept(): Kept {
  try {
    return JSON.parse(window.localStorage.getItem(KEY) ?? '{}');
  } catch {
    return {};
  }
}

/**
 * Which groups of the menu stand open: as they were left, at first the first one, and that of the page one has come
 * to, which may be closed again while one is there.
 */
export function useOpenGroups(current: string | undefined, first: string | undefined) {
  const [groups, setGroups] = useState<Kept>(kept);
  const [arrived, arrive] = useState(current);
  useEffect(() => arrive(current), [current]);
  const isOpen = (group: string): boolean => group === arrived || (groups[group] ?? group === first);
  const toggle = (group: string) => {
    const next = { ...groups, [group]: !isOpen(group) };
    if (group === arrived) arrive(undefined);
    setGroups(next);
    try {
      window.localStorage.setItem(KEY, JSON.stringify(next));
    } catch {
      // Only the memory is lost.
    }
  };
  return { isOpen, toggle };
}
