import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

const PATIENCE_MS = 60_000;
const NO_SUCH_DATABASE = '3D000';
const NOT_YET = ['ECONNREFUSED', '57P03', 'ECONNRESET'];

/** True once the database can be used, which is made when it is not there yet; false when the server is over. */
export async function connects(url: string, over: () => boolean): Promise<boolean> {
  const since = performance.now();
  for (;;) {
    const problem = await attempt(url);
    if (!problem) return true;
    if (over()) return false;
    if (problem.code === NO_SUCH_DATABASE) await create(url);
    else if (!NOT_YET.includes(problem.code ?? '') || performance.now() - since > PATIENCE_MS) throw problem;
    else await wait(25);
  }
}

async function attempt(url: string): Promise<(Error & { code?: string }) | undefined> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.end();
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

async function create(url: string): Promise<void> {
  const { pathname } = new URL(url);
  const client = new pg.Client({ connectionString: Object.assign(new URL(url), { pathname: '/postgres' }).href });
  await client.connect();
  await client.query(`create database ${client.escapeIdentifier(pathname.slice(1))}`);
  await client.end();
}
