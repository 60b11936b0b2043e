/** Whether somebody may be signed in on this telephone: says nothing of who. */
const KEY = 'guichet.visite';

/** `sortir`: the client has left while nobody could be told. */
type Visite = 'ouverte' | 'sortir';

export const marker = {
  read: (): Visite | undefined => (localStorage.getItem(KEY) as Visite | null) ?? undefined,
  write: (visite: Visite): void => localStorage.setItem(KEY, visite),
  clear: (): void => localStorage.removeItem(KEY),
};
