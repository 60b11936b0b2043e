/** What Chromium hands over where it could install the screens. */
interface Offer extends Event {
  prompt(): Promise<unknown>;
}

let offer: Offer | undefined;
const listeners = new Set<() => void>();

function become(next: Offer | undefined): void {
  offer = next;
  for (const listener of listeners) listener();
}

// It comes once, soon after the start and long before anybody looks for it.
window.addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault();
  become(event as Offer);
});
window.addEventListener('appinstalled', () => become(undefined));

/** Putting the screens among the telephone’s applications, in our words before its own. */
export const install = {
  isOffered: () => offer !== undefined,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  ask(): void {
    void offer?.prompt();
    // An offer can be taken once.
    become(undefined);
  },
};
