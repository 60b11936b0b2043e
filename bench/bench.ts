import { start } from './child.ts';
import { type Bounds, compare, type Result, sameAnswers } from './compare.ts';
import { type BenchDatabase, benchDatabase } from './database.ts';
import { type Scenario, scenarios } from './scenarios.ts';
import { signIn } from './sign-in.ts';

interface Asked extends Bounds {
  clients: number;
  contrats: number;
  /** Hears what is going on, in French. */
  log: (line: string) => void;
}

/** Seeds a database of its own on that server, starts the API and the floor over it, and measures both in turns. */
export async function bench(server: string, { clients, contrats, log, ...bounds }: Asked): Promise<Result[]> {
  log(`Préparation de ${clients.toLocaleString('fr')} clients et ${contrats.toLocaleString('fr')} contrats…`);
  const database = await benchDatabase(server, clients, contrats);
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
      const token = await signIn(api.origin, whoAsks(database, scenario));
      const servers = { api: api.origin, floor: floor.origin, token };
      await sameAnswers(servers, scenario);
      results.push(await compare(servers, scenario, bounds));
    }
    return results;
  } finally {
    for (const close of closing) await close();
  }
}

function whoAsks({ client, email, password }: BenchDatabase, scenario: Scenario) {
  if (scenario.as !== 'client') return { email, password };
  if (!client) throw new Error('no contrat of this succursale opens a session');
  return { police: client.police, telephone: client.telephone };
}
