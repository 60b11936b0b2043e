import type { Page } from 'playwright-core';
import type { Screen } from './screen.ts';

/** Until the shell of the screens is kept on this telephone. */
export const keptOnPhone = (page: Page) => page.evaluate(async () => void (await navigator.serviceWorker.ready));

/** Everything that a page of ours keeps on a telephone, as text: what is sealed is what it is. */
export function everythingKept(page: Page): Promise<{ database: string; caches: string[]; storage: string }> {
  return page.evaluate(async () => {
    const rows: unknown[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      for (const store of db.objectStoreNames) {
        const asked = db.transaction(store).objectStore(store).getAll();
        await new Promise((resolve) => {
          asked.onsuccess = resolve;
        });
        rows.push(...asked.result.map((each) => [store, each instanceof CryptoKey ? `key ${each.extractable}` : each]));
      }
      db.close();
    }
    const names = await caches.keys();
    const kept = await Promise.all(
      names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
    );
    return {
      database: JSON.stringify(rows, (_, each) => (each instanceof ArrayBuffer ? `${each.byteLength} bytes` : each)),
      caches: kept.flat().map((url) => new URL(url).pathname),
      storage: JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state, document.cookie]),
    };
  });
}

/** What the browser writes down by itself when it has no network. */
export const ofTheNetwork = /ERR_INTERNET_DISCONNECTED/;

/** Waits until the figures that are on the screen are kept as well. */
export const figuresKept = (page: Page) =>
  page.waitForFunction(async () => {
    const names = await indexedDB.databases();
    return names.some(({ name }) => name === 'guichet');
  });

export const trouble = ({ complaints }: Pick<Screen, 'complaints'>) =>
  complaints.filter((each) => !ofTheNetwork.test(each));
