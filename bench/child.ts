import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server in a process of its own. */
export interface Child {
  /** `http://127.0.0.1:1234` */
  origin: string;
  stop(): Promise<void>;
}

/** Starts a file of this folder, which must `say` where it listens. */
export async function start(file: string, env: Record<string, string>): Promise<Child> {
  const child = fork(new URL(file, import.meta.url), {
    env: { ...process.env, ...env },
    execArgv: ['--import', 'tsx'],
  });
  const ended = once(child, 'exit');
  const heard = await Promise.race([
    once(child, 'message'),
    ended.then(([code]) => Promise.reject(new Error(`${file} ended with ${code}`))),
  ]);
  return {
    origin: String(heard[0]),
    async stop() {
      child.kill();
      await ended;
    },
  };
}

/** Tells the starter where this process listens, and ends with it. */
export function say(server: Server): void {
  const { port } = server.address() as AddressInfo;
  process.once('disconnect', () => process.exit());
  process.send?.(`http://127.0.0.1:${port}`);
}
