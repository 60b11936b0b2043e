import { EventEmitter } from 'node:events';
import type pg from 'pg';
import type { Database } from './database.ts';

/** What the database tells every process: `donnees` (a table's rows changed), `acces` (somebody's rights did). */
export type News = 'donnees' | 'acces';

/**
 * Hears what other processes change. While the line is down `listening` is false, and whoever remembers
 * something must ask the database instead.
 */
export interface Watch {
  readonly listening: boolean;
  on(news: News, heard: (payload: string) => void): void;
  /** Tells this process at once, without waiting for the round trip. */
  tell(news: News, payload: string): void;
  close(): Promise<void>;
}

const RETRY_MS = 1000;

export async function watch(database: Database): Promise<Watch> {
  const emitter = new EventEmitter().setMaxListeners(0);
  let client: pg.PoolClient | undefined;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;

  const tell = (news: News, payload: string) => void emitter.emit(news, payload);

  async function listen(): Promise<void> {
    const line = await database.connect();
    line.on('notification', ({ channel, payload = '' }) => tell(channel.replace('guichet_', '') as News, payload));
    line.on('error', () => lost(line));
    line.on('end', () => lost(line));
    await line.query('listen guichet_donnees; listen guichet_acces');
    tell('acces', '');
    tell('donnees', '');
    client = line;
  }

  function lost(line: pg.PoolClient) {
    if (client !== line) return;
    client = undefined;
    line.release(true);
    again();
  }

  function again() {
    if (closed) return;
    retry = setTimeout(() => listen().catch(again), RETRY_MS).unref();
  }

  await listen();
  return {
    get listening() {
      return client !== undefined;
    },
    on: (news, heard) => void emitter.on(news, heard),
    tell,
    async close() {
      closed = true;
      clearTimeout(retry);
      const line = client;
      client = undefined;
      line?.release(true);
    },
  };
}
