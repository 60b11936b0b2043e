import { openDB } from 'idb';
import type { Client } from '../session/session.tsx';

const STORE = 'accord';
const ALGORITHM = { name: 'HMAC', hash: 'SHA-256' };

interface Accord {
  key: CryptoKey;
  mark: ArrayBuffer;
}

const database = () => openDB('guichet-accord', 1, { upgrade: (db) => void db.createObjectStore(STORE) });

const markOf = (key: CryptoKey, { nom, prenom, telephone }: Client) =>
  crypto.subtle.sign(ALGORITHM, key, new TextEncoder().encode(JSON.stringify([nom, prenom, telephone])));

/**
 * Who agreed to be told of things on this telephone: a mark that only the same person makes again, and that names
 * nobody. It outlives a visit, as the subscription does; another person who signs in has not agreed by that.
 */
export const consent = {
  async give(client: Client): Promise<void> {
    const key = await crypto.subtle.generateKey({ ...ALGORITHM, length: 256 } satisfies HmacKeyGenParams, false, [
      'sign',
    ]);
    const mark = await markOf(key, client);
    await (await database()).put(STORE, { key, mark } satisfies Accord, 'accord');
  },

  async isOf(client: Client): Promise<boolean> {
    const kept: Accord | undefined = await (await database()).get(STORE, 'accord');
    if (!kept) return false;
    const [one, other] = [new Uint8Array(kept.mark), new Uint8Array(await markOf(kept.key, client))];
    return one.length === other.length && one.every((byte, at) => byte === other[at]);
  },

  async takeBack(): Promise<void> {
    await (await database()).clear(STORE);
  },
};
