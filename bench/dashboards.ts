import pg from 'pg';
import { start } from './child.ts';
import { type BenchDatabase, benchDatabase } from './database.ts';
import { table, whole } from './report.ts';
import { signIn } from './sign-in.ts';

/** Milliseconds in which a dashboard answers, with nothing remembered. */
const COLD_MAX = 300;

/** What everything is compared with: one walk through all payments, asked of PostgreSQL alone. */
const FLOOR = `select count(*), sum(montant) from paiements where statut = 'reussi'`;

export interface Cold {
  name: string;
  /** Median milliseconds, for the head office and for a branch. */
  siege: number;
  branche: number;
}

export interface Dashboards {
  floor: number;
  endpoints: Cold[];
}

interface Asked {
  clients: number;
  contrats: number;
  rounds: number;
  log: (line: string) => void;
}

const HEAD = 'siege@guichet.test';

/** Asks for every figure of the head office and of a branch, each time after all that was remembered is thrown away. */
export async function dashboards(server: string, { clients, contrats, rounds, log }: Asked): Promise<Dashboards> {
  log(`Préparation de ${clients.toLocaleString('fr')} clients et ${contrats.toLocaleString('fr')} contrats…`);
  const database = await benchDatabase(server, clients, contrats);
  const closing = [database.drop];
  try {
    const api = await start('api.ts', database.env);
    closing.unshift(api.stop);
    const line = new pg.Client({ connectionString: database.env.DATABASE_URL });
    await line.connect();
    closing.unshift(() => line.end());
    return await measure(api.origin, line, database, rounds, log);
  } finally {
    for (const close of closing) await close();
  }
}

async function measure(
  origin: string,
  line: pg.Client,
  { email, password }: BenchDatabase,
  rounds: number,
  log: (line: string) => void,
): Promise<Dashboards> {
  const who = {
    siege: await signIn(origin, { email: HEAD, password }),
    branche: await signIn(origin, { email, password }),
  };
  const get = async (path: string, token: string) => {
    const answer = await fetch(`${origin}/api/v1/dashboard${path}`, { headers: { authorization: `Bearer ${token}` } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json() as Promise<{ results: { nom: string }[] }>;
  };
  const timed = async (work: () => Promise<unknown>) => {
    const from = performance.now();
    await work();
    return performance.now() - from;
  };
  const cold = async (path: string, token: string) => {
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      await line.query(`select pg_notify('guichet_donnees', '')`);
      // The news must have come before the question.
      await get('', token);
      times.push(await timed(() => get(path, token)));
    }
    return median(times);
  };
  const floors: number[] = [];
  const floor = async () => void floors.push(await timed(() => line.query(FLOOR)));
  await floor();
  const names = ['stats', ...(await get('', who.branche)).results.map(({ nom }) => nom)];
  const endpoints: Cold[] = [];
  for (const name of names) {
    log(name);
    await floor();
    endpoints.push({
      name,
      siege: await cold(`/${name}`, who.siege),
      branche: await cold(`/${name}`, who.branche),
    });
  }
  return { floor: median(floors.slice(1)), endpoints };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** The times as lines for a terminal, and which are over the bound. */
export function reportDashboards({ floor, endpoints }: Dashboards): string[] {
  const ratio = (ms: number) => (ms / floor).toLocaleString('fr', { maximumFractionDigits: 1 });
  const over = ({ siege, branche }: Cold) => siege > COLD_MAX || branche > COLD_MAX;
  const rows = endpoints.map((each) => [
    each.name,
    `${whole(each.siege)} ms`,
    ratio(each.siege),
    `${whole(each.branche)} ms`,
    ratio(each.branche),
    over(each) ? `> ${COLD_MAX} ms` : '',
  ]);
  return [
    ...table([['à froid, médiane', 'siège', 'rapport', 'succursale', 'rapport', ''], ...rows]),
    '',
    `Plancher du même tour : tous les paiements additionnés par PostgreSQL seul, ${whole(floor)} ms.`,
    `Au-dessus de ${COLD_MAX} ms : ${
      endpoints
        .filter(over)
        .map(({ name }) => name)
        .join(', ') || 'aucun'
    }.`,
  ];
}
