import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

export interface Launched {
  url: string;
  port: number;
  process: ChildProcess;
  /** All that it has said so far. */
  said(): string;
  /** Resolves with the milliseconds from its start when it answers that it is well. @throws when it ends instead */
  healthy(): Promise<number>;
  /** How it ended: its exit code, or the signal that killed it. */
  ended: Promise<number | string>;
}

const running = new Set<ChildProcess>();

/** `npm start` in a checkout, with nothing in its environment but what is given. */
export async function launch(
  folder: string,
  env: Record<string, string> = {},
  command = ['node', 'scripts/start.mjs'],
) {
  const port = Number(env.PORT ?? (await freePort()));
  const since = performance.now();
  const [program = '', ...args] = command;
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(program, args, { cwd: folder, env: { PATH, HOME, PORT: String(port), ...env } });
  running.add(child);
  const heard: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => heard.push(chunk));
  const said = () => Buffer.concat(heard).toString();
  let over = false;
  const ended = once(child, 'close').then((): number | string => {
    over = true;
    running.delete(child);
    return child.exitCode ?? child.signalCode ?? 'unknown';
  });
  const url = `http://127.0.0.1:${port}`;
  const launched: Launched = {
    url,
    port,
    process: child,
    said,
    ended,
    async healthy() {
      for (;;) {
        const well = await fetch(`${url}/api/v1/health`).then(
          (answer) => answer.ok,
          () => false,
        );
        if (well) return performance.now() - since;
        if (over) throw new Error(`it ended instead (${await ended}):\n${said()}`);
        await wait(50);
      }
    },
  };
  return launched;
}

/** For the end of every test: what still runs is killed. Their PostgreSQL follows by itself. */
export async function killAll(): Promise<void> {
  for (const child of running) {
    child.kill('SIGKILL');
    await once(child, 'close');
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (typeof address !== 'object' || !address) throw new Error('the probe has no port');
  return address.port;
}

/** Told in the report of the run, never asserted: machines differ. */
export const measured = (what: string, ms: number): void => console.info(`${what}: ${(ms / 1000).toFixed(1)} s`);
