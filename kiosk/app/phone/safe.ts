import { type IDBPDatabase, openDB } from 'idb';

const STORE = 'garde';
const ALGORITHM = 'AES-GCM';

interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  bytes: ArrayBuffer;
}

/** The one place on this telephone in which anything of a client is kept. */
let opening: Promise<IDBPDatabase> | undefined;
const database = () => {
  opening ??= openDB('guichet', 1, { upgrade: (db) => void db.createObjectStore(STORE) });
  return opening;
};

/**
 * One thing, sealed with a key that stands beside it and that no script can read out: a copy of the disk’s files alone
 * shows nothing in clear.
 */
export const safe = {
  async read<T>(): Promise<T | undefined> {
    const db = await database();
    const key: CryptoKey | undefined = await db.get(STORE, 'cle');
    const sealed: Sealed | undefined = await db.get(STORE, 'chiffres');
    if (!key || !sealed) return undefined;
    const bytes = await crypto.subtle.decrypt({ name: ALGORITHM, iv: sealed.iv }, key, sealed.bytes);
    return JSON.parse(new TextDecoder().decode(bytes)) as T;
  },

  /** @param still asked last of all: what was wiped meanwhile is not written again */
  async write(value: unknown, still: () => boolean): Promise<void> {
    const db = await database();
    const known: CryptoKey | undefined = await db.get(STORE, 'cle');
    const key =
      known ?? (await crypto.subtle.generateKey({ name: ALGORITHM, length: 256 }, false, ['encrypt', 'decrypt']));
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const bytes = await crypto.subtle.encrypt(
      { name: ALGORITHM, iv },
      key,
      new TextEncoder().encode(JSON.stringify(value)),
    );
    if (!still()) return;
    const tx = db.transaction(STORE, 'readwrite');
    await Promise.all([tx.store.put(key, 'cle'), tx.store.put({ iv, bytes } satisfies Sealed, 'chiffres'), tx.done]);
  },

  /** The key goes with what it opens. */
  async wipe(): Promise<void> {
    await (await database()).clear(STORE);
  },
};
