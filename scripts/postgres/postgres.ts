import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CannotStart } from '../../server/explain.ts';
import { type Account, accountFor } from './account.ts';
import { clusterIn, ensureCluster, passwordOf, USER } from './cluster.ts';
import { guard } from './guardian.ts';
import { homeFor } from './home.ts';
import { makeFolder } from './places.ts';
import { endPrevious } from './previous.ts';
import { programsFor } from './programs.ts';
import { connects } from './ready.ts';

export interface Postgres {
  /** Address of its database, for an account that may do everything there. */
  url: string;
  /** Resolves when it ends without having been asked. */
  lost: Promise<void>;
  /** Ends it at once but cleanly: open transactions are rolled back, everything committed is on disk. */
  stop(): Promise<void>;
}

interface Asked {
  /** Where it keeps its data; an ephemeral one has none. */
  dataDir?: string;
  /** For tests and benches: a folder of its own, as fast as can be, and nothing of it stays. */
  ephemeral?: boolean;
  /** Hears what the one who started it should know, in French. */
  log?: (line: string) => void;
}

const ATTEMPTS = 5;
const STOP_MS = 30_000;

const LASTING = ['max_connections=100'];
const EPHEMERAL = [
  'max_connections=200',
  'shared_buffers=256MB',
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
];

/** A PostgreSQL of our own from the npm package, on a free port of this machine alone. @throws {CannotStart} */
export async function startPostgres({ dataDir, ephemeral = !dataDir, log = () => {} }: Asked): Promise<Postgres> {
  const account = await accountFor(dataDir && path.join(dataDir, 'postgres', 'cluster'));
  const { initdb, postgres } = await programsFor(account, log);
  const home = dataDir ? await homeFor(dataDir, account, log) : await temporaryHome(account);
  await ensureCluster({ home, initdb, account, ephemeral });
  await endPrevious(clusterIn(home), log);
  for (let attempt = 1; ; attempt++) {
    const started = await attemptStart({ home, postgres, account, ephemeral });
    if (started) return started;
    if (attempt === ATTEMPTS) throw new CannotStart(`PostgreSQL ne démarre pas : ${await lastWords(home)}`);
    await wait(200);
  }
}

const temporaryHome = (account: Account) => makeFolder([os.tmpdir(), '/tmp', '/var/tmp'], 'guichet-postgres-', account);

type Attempt = { home: string; postgres: string; account: Account; ephemeral: boolean };

/** Undefined when it ended at once: its port was taken in between, or a killed one still held the shared memory. */
async function attemptStart({ home, postgres, account, ephemeral }: Attempt): Promise<Postgres | undefined> {
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=', 'log_timezone=UTC'];
  const flags = [...settings, ...(ephemeral ? EPHEMERAL : LASTING)].flatMap((setting) => ['-c', setting]);
  const log = await open(path.join(home, 'postgres.log'), 'w', 0o600);
  const child = spawn(postgres, ['-D', clusterIn(home), ...flags], {
    ...account,
    cwd: home,
    stdio: ['ignore', log.fd, log.fd],
    // In a session of its own, so that Ctrl+C in the terminal reaches the server alone, which stops it last.
    detached: true,
  });
  await log.close();
  let over = false;
  const note = () => {
    over = true;
  };
  const ended = once(child, 'exit').then(note, note);
  const release = guard(child.pid ?? 0, home, ephemeral);
  const url = `postgres://${USER}:${await passwordOf(home)}@127.0.0.1:${port}/guichet`;
  void ended.then(release);
  if (!(await connects(url, () => over))) return undefined;
  let asked = false;
  return {
    url,
    lost: ended.then(() => (asked ? new Promise<never>(() => {}) : undefined)),
    async stop() {
      asked = true;
      await end(child, ended);
      if (ephemeral) await rm(home, { recursive: true, force: true });
    },
  };
}

async function end(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGINT');
  const late = setTimeout(() => child.kill('SIGQUIT'), STOP_MS);
  await ended;
  clearTimeout(late);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (typeof address !== 'object' || !address) throw new Error('the probe has no port');
  return address.port;
}

async function lastWords(home: string): Promise<string> {
  const said = (await readFile(path.join(home, 'postgres.log'), 'utf8')).trim().split('\n');
  return said.findLast((line) => /FATAL|ERROR|PANIC/.test(line)) ?? said.at(-1) ?? '';
}
