import { Problem } from '../api/problem.ts';
import type { Client } from '../session/session.tsx';
import { safe } from './safe.ts';

/** Milliseconds after which figures are shown to nobody any more: 30 days. */
const LASTS = 30 * 86_400_000;

/** What may be read without the network: tableau, contrats, payments. */
const readable = /^\/(clients\/[^/]+\/(dashboard|paiements(\?.*)?)|contrats\/[^/?]+)$/;

interface Seen {
  /** When the server said so, ISO. */
  le: string;
  data: unknown;
}

interface Kept {
  client: Client;
  pages: Record<string, Seen>;
}

const young = ({ le }: Seen) => Date.now() - Date.parse(le) < LASTS;

/** The figures that a client has seen last, for when the network is gone. */
export function openFigures() {
  let kept: Kept | undefined;
  /** Rises when they are wiped. */
  let turn = 0;
  let writing: Promise<unknown> = Promise.resolve();
  /** Pages that are shown as they were, by path. */
  const shown = new Map<string, string>();

  function write(): void {
    const mine = turn;
    // A browser that keeps nothing for us (a private window) is no reason not to be served.
    const still = () => mine === turn;
    writing = writing.then(() => (kept && still() ? safe.write(kept, still) : undefined)).catch(console.warn);
  }

  function wipe(): Promise<void> {
    kept = undefined;
    turn++;
    shown.clear();
    return safe.wipe().catch(console.warn);
  }

  return {
    /** Who signed in last and has not left. */
    async load(): Promise<Client | undefined> {
      const mine = turn;
      const found = await safe.read<Kept>().catch(() => undefined);
      if (mine !== turn) return undefined;
      const pages = Object.entries(found?.pages ?? {}).filter(([, seen]) => young(seen));
      if (!found) return undefined;
      if (pages.length === 0) {
        await wipe();
        return undefined;
      }
      kept = { client: found.client, pages: Object.fromEntries(pages) };
      return kept.client;
    },

    /** Another client, or the same one anew: of the one before nothing stays. */
    async begin(client: Client): Promise<void> {
      const wiped = wipe();
      kept = { client, pages: {} };
      await wiped;
    },

    /** What the server says; what it said last when nobody answers. @throws {Problem} */
    async read<T>(path: string, ask: () => Promise<T>): Promise<T> {
      try {
        const data = await ask();
        shown.delete(path);
        if (kept && readable.test(path)) {
          kept.pages[path] = { le: new Date().toISOString(), data };
          write();
        }
        return data;
      } catch (error) {
        const seen = kept?.pages[path];
        if (!(error instanceof Problem && error.code === 'injoignable') || !seen || !young(seen)) throw error;
        shown.set(path, seen.le);
        return seen.data as T;
      }
    },

    /** Of when a page is that is shown as it was, ISO. */
    shownSince: (path: string): string | undefined => shown.get(path),
    wipe,
  };
}
