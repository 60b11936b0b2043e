import { start } from './child.ts';
import { median } from './compare.ts';
import { benchDatabase } from './database.ts';
import { load } from './load.ts';
import { cycle, scenarios } from './scenarios.ts';
import { signIn } from './sign-in.ts';

export interface Growth {
  clients: number;
  /** Milliseconds of one list, everything included, counting too. */
  milliseconds: number;
}

/** How long one reader waits for the list at each size; the sizes take turns. */
export async function growth(
  server: string,
  sizes: readonly number[],
  { seconds, rounds, log }: { seconds: number; rounds: number; log: (line: string) => void },
): Promise<Growth[]> {
  const closing: (() => Promise<void>)[] = [];
  try {
    const turns: { clients: number; once: () => Promise<number>; seen: number[] }[] = [];
    for (const clients of sizes) {
      log(`Préparation de ${clients.toLocaleString('fr')} clients…`);
      const database = await benchDatabase(server, clients);
      closing.unshift(database.drop);
      const api = await start('api.ts', database.env);
      closing.unshift(api.stop);
      const headers = { Authorization: `Bearer ${await signIn(api.origin, database)}` };
      const [list] = scenarios(database);
      const next = cycle(list?.api ?? []);
      turns.push({
        clients,
        seen: [],
        once: async () => 1000 / (await load({ origin: api.origin, headers, next }, { connections: 1, seconds })).rate,
      });
    }
    for (const { once } of turns) await once();
    for (let round = 0; round < rounds; round++) for (const { once, seen } of turns) seen.push(await once());
    return turns.map(({ clients, seen }) => ({ clients, milliseconds: median(seen) }));
  } finally {
    for (const close of closing) await close();
  }
}
