import { start } from './child.ts';
import { type Bounds, compare, type Result, sameAnswers } from './compare.ts';
import { benchDatabase } from './database.ts';
import { scenarios } from './scenarios.ts';
import { signIn } from './sign-in.ts';

interface Asked extends Bounds {
  clients: number;
  /** Hears what is going on, in French. */
  log: (line: string) => void;
}

/** Seeds a database of its own on that server, starts the API and the floor over it, and measures both in turns. */
export async function bench(server: string, { clients, log, ...bounds }: Asked): Promise<Result[]> {
  log(`Préparation de ${clients.toLocaleString('fr')} clients…`);
  const database = await benchDatabase(server, clients);
  const closing = [database.drop];
  try {
    const api = await start('api.ts', database.env);
    closing.unshift(api.stop);
    const floor = await start('floor.ts', database.env);
    closing.unshift(floor.stop);
    const results: Result[] = [];
    for (const scenario of scenarios(database)) {
      log(scenario.name);
      // A token lives fifteen minutes: each scenario takes its own.
      const servers = { api: api.origin, floor: floor.origin, token: await signIn(api.origin, database) };
      await sameAnswers(servers, scenario);
      results.push(await compare(servers, scenario, bounds));
    }
    return results;
  } finally {
    for (const close of closing) await close();
  }
}
