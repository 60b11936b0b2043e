// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Refusal } from './refusal.mjs';

/** Milliseconds that an interrupted program has to tidy up. */
const GRACE = 15_000;
const TIDYING = 1500;

/**
 * Runs a program of node_modules with all that it starts as one group, of which nothing outlives it.
 * @param {string[]} command its name and arguments
 * @param {(text: Buffer) => void} [hear] gets its output; without it, the output goes to ours
 * @returns {Promise<boolean>} whether it succeeded
 * @throws {Refusal} when we were interrupted meanwhile
 */
export async function runChild([name = '', ...args], hear) {
  const program = path.resolve('node_modules/.bin', name);
  const child = spawn(program, args, {
    detached: true,
    stdio: ['ignore', hear ? 'pipe' : 'inherit', hear ? 'pipe' : 'inherit'],
  });
  child.stdout?.on('data', (chunk) => hear?.(chunk));
  child.stderr?.on('data', (chunk) => hear?.(chunk));
  let interrupted = false;
  const interrupt = () => {
    if (interrupted) return;
    interrupted = true;
    signalGroup(child.pid, 'SIGTERM');
    wait(GRACE, undefined, { ref: false }).then(() => signalGroup(child.pid, 'SIGKILL'));
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt).on('SIGHUP', interrupt);
  try {
    const [code] = await once(child, 'close');
    if (!interrupted) return code === 0;
    // What guards the PostgreSQL of the tests has just noticed: it needs a moment.
    await wait(TIDYING);
    throw new Refusal('Interrompu.');
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt).off('SIGHUP', interrupt);
    signalGroup(child.pid, 'SIGKILL');
  }
}

/**
 * @param {number | undefined} leader
 * @param {NodeJS.Signals} signal
 */
function signalGroup(leader, signal) {
  try {
    if (leader) process.kill(-leader, signal);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}
