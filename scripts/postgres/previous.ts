import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { CannotStart } from '../../server/explain.ts';

const run = promisify(execFile);
const PATIENCE_MS = 30_000;

/**
 * Ends what a killed start left on a cluster: a PostgreSQL that still runs is stopped, a `postmaster.pid` that names
 * nobody is removed. Nobody else's: whoever calls holds the data folder.
 */
export async function endPrevious(cluster: string, log: (line: string) => void): Promise<void> {
  const file = path.join(cluster, 'postmaster.pid');
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0]);
  if (!pid) return;
  if (await isServerOf(pid, cluster)) {
    log('Le PostgreSQL d’un arrêt brutal tourne encore : il est arrêté');
    process.kill(pid, 'SIGINT');
    await gone(pid, cluster);
  }
  await rm(file, { force: true });
}

/** A number may have passed to another process since: the command line tells. A zombie has none left. */
async function isServerOf(pid: number, cluster: string): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() =>
    run('ps', ['-ww', '-o', 'args=', '-p', String(pid)]).then(
      ({ stdout }) => stdout,
      () => '',
    ),
  );
  return command.includes(cluster);
}

async function gone(pid: number, cluster: string): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += 50) {
    if (!(await isServerOf(pid, cluster))) return;
    await wait(50);
  }
  throw new CannotStart(`Le PostgreSQL précédent (processus ${pid}) ne s’arrête pas`);
}
