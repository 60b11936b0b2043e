import { useSyncExternalStore } from 'react';
import { useSession } from '../session/session.tsx';

/** Whether the server could be reached the last time that it was asked. */
export function openNetwork() {
  let up = navigator.onLine;
  const listeners = new Set<() => void>();

  function set(now: boolean): void {
    if (now === up) return;
    up = now;
    for (const listener of listeners) listener();
  }

  window.addEventListener('offline', () => set(false));
  return {
    isUp: () => up,
    set,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

const always = { isUp: () => true, subscribe: () => () => undefined };

/** Whether the server answers, as far as is known; a terminal’s shell watches its own network. */
export function useOnline(): boolean {
  const { subscribe, isUp } = useSession().phone?.network ?? always;
  return useSyncExternalStore(subscribe, isUp);
}
