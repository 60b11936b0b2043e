import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { clusterIn, passwordOf, USER } from './cluster.ts';

/** Address of the embedded PostgreSQL of a server that runs now: `postmaster.pid` names its port in line 4. */
export async function runningPostgres(data: string): Promise<string | undefined> {
  const home = path.resolve(data, 'postgres');
  const running = path.join(clusterIn(home), 'postmaster.pid');
  if (!existsSync(running)) return undefined;
  const port = readFileSync(running, 'utf8').split('\n')[3];
  return `postgres://${USER}:${await passwordOf(home)}@127.0.0.1:${port}/guichet`;
}
