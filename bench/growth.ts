import { start } from './child.ts';
import { median } from './compare.ts';
import { benchDatabase } from './database.ts';
import { load } from './load.ts';
import { signIn } from './sign-in.ts';

export interface Growth {
  clients: number;
  /** Milliseconds of one list, everything included; the count is remembered as in daily work. */
  list: number;
  /** Milliseconds of one list whose filter was never asked before, so that its rows are counted each time. */
  counted: number;
}

type Bounds = { seconds: number; rounds: number; warmup: number; log: (line: string) => void };

/** How long one reader waits for the list at each size; the sizes take turns. */
export async function growth(server: string, sizes: readonly number[], bounds: Bounds): Promise<Growth[]> {
  const { seconds, rounds, warmup, log } = bounds;
  const closing: (() => Promise<void>)[] = [];
  try {
    const readers = [];
    for (const clients of sizes) {
      log(`Préparation de ${clients.toLocaleString('fr')} clients…`);
      const database = await benchDatabase(server, clients);
      closing.unshift(database.drop);
      const api = await start('api.ts', database.env);
      closing.unshift(api.stop);
      const headers = { Authorization: `Bearer ${await signIn(api.origin, database)}` };
      const path = `/api/v1/clients?succursale_id=${database.succursale_id}`;
      const wait = async (next: () => string, time: number) =>
        1000 / (await load({ origin: api.origin, headers, next }, { connections: 1, seconds: time })).rate;
      let asked = 0;
      readers.push({
        clients,
        list: (time: number) => wait(() => path, time),
        counted: (time: number) => wait(() => `${path}&id__lte=${4_000_000_000 + asked++}`, time),
        seen: { list: [] as number[], counted: [] as number[] },
      });
    }
    const kinds = ['list', 'counted'] as const;
    for (const kind of kinds) {
      for (const reader of readers) await reader[kind](warmup);
      for (let round = 0; round < rounds; round++) {
        for (const reader of readers) reader.seen[kind].push(await reader[kind](seconds));
      }
    }
    return readers.map(({ clients, seen }) => ({ clients, list: median(seen.list), counted: median(seen.counted) }));
  } finally {
    for (const close of closing) await close();
  }
}
