/** Told to a version that waits: the screens are ready to be shown by it. */
const TAKE = 'prendre';

/** Milliseconds for which a start waits for a new version at most. */
const PATIENCE = 4000;

let waiting: ServiceWorker | undefined;
const listeners = new Set<() => void>();

/** A version that has arrived while the screens are open. */
export const version = {
  isWaiting: () => waiting !== undefined,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  /** Takes it now: the screens begin anew, and whoever is signed in stays so. */
  take(): void {
    navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), { once: true });
    waiting?.postMessage(TAKE);
  },
};

/** At a start: a version that arrived the last time is taken, and the page begins with it. */
export async function takeOver(): Promise<void> {
  const ready = (await navigator.serviceWorker.getRegistration('/espace/'))?.waiting;
  if (!ready || !navigator.serviceWorker.controller) return;
  const taken = new Promise<boolean>((resolve) => {
    navigator.serviceWorker.addEventListener('controllerchange', () => resolve(true), { once: true });
    setTimeout(() => resolve(false), PATIENCE);
  });
  ready.postMessage(TAKE);
  if (!(await taken)) return;
  window.location.reload();
  // Nothing more is begun on a page that goes away.
  await new Promise(() => undefined);
}

/** Keeps the shell of the screens on this telephone, and nothing else. */
export function register(): void {
  navigator.serviceWorker.register('/espace/sw.js', { scope: '/espace/', updateViaCache: 'none' }).then(watch, () => {
    // Without the network, or in a private window, the screens are those of this once.
  });
}

function watch(registration: ServiceWorkerRegistration): void {
  registration.addEventListener('updatefound', () => {
    const arriving = registration.installing;
    arriving?.addEventListener('statechange', () => {
      if (arriving.state !== 'installed' || !navigator.serviceWorker.controller) return;
      waiting = arriving;
      for (const listener of listeners) listener();
    });
  });
  document.addEventListener('visibilitychange', () => {
    // An app that is never closed still learns of a new version.
    if (document.visibilityState === 'visible' && navigator.onLine) registration.update().catch(() => undefined);
  });
}
