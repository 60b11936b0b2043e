import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { type TestDatabase, testDatabase } from '../../../tests/database.ts';
import { transact } from '../records/transaction.ts';
import { JobError, type Jobs, job } from './job.ts';
import { systemCaller } from './system.ts';
import { startWorker, type Worker } from './worker.ts';

let db: TestDatabase;
let worker: Worker | undefined;
let child: ChildProcess | undefined;

beforeAll(async () => {
  db = await testDatabase();
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
  child?.kill('SIGKILL');
  await db.rows('delete from graphile_worker._private_jobs');
});
afterAll(() => db.close());

const work = async (jobs: Jobs) => {
  worker = await startWorker(db.url, db.database, jobs);
};
const queue = (payload: Record<string, unknown> = {}) =>
  transact(db.database, systemCaller, (tx) => tx.job('essai', payload));

interface Queued {
  id: number;
  attempts: number;
  max_attempts: number;
  last_error: string | null;
  locked_by: string | null;
}
const queued = () => db.rows<Queued>(`select * from graphile_worker.jobs where task_identifier = 'essai'`);
const dead = () =>
  db.rows<Queued>('select * from graphile_worker.jobs where attempts >= max_attempts and locked_at is null');
/** The connections that workers hold; PostgreSQL needs a moment to see that a killed one has let go. */
const connections = () =>
  db.rows(`select application_name from pg_stat_activity
    where datname = current_database() and application_name like 'guichet jobs %'`);
const empty = () => expect.poll(queued, { timeout: 8000 }).toEqual([]);

/** What waits for its next try tries now. */
const hurry = () =>
  db.rows(`update graphile_worker._private_jobs set run_at = now() returning pg_notify('jobs:insert', '{"count":1}')`);

test('a job is done once its transaction has succeeded, and told what it was queued with', async () => {
  const told: unknown[] = [];
  await work({
    essai: job({ payload: z.strictObject({ n: z.int() }), run: async (payload) => void told.push(payload) }),
  });
  await queue({ n: 1 });
  await empty();
  expect(told).toEqual([{ n: 1 }]);
});

test('a transaction that fails leaves no job behind', async () => {
  const failing = transact(db.database, systemCaller, async (tx) => {
    await tx.job('essai', { n: 1 });
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await queued()).toEqual([]);
});

test('a job with a key waits once, at the hour it was given last', async () => {
  const at = new Date('2030-01-01T08:00:00Z');
  await transact(db.database, systemCaller, async (tx) => {
    await tx.job('essai', { n: 1 }, { key: 'a', at: new Date('2029-01-01T08:00:00Z') });
    await tx.job('essai', { n: 2 }, { key: 'a', at });
  });
  expect(await queued()).toEqual([expect.objectContaining({ run_at: at })]);
});

test('a payload that is not what the job expects is dead at once, and what stood in it is not repeated', async () => {
  await work({ essai: job({ payload: z.strictObject({ n: z.int() }), run: async () => undefined }) });
  await queue({ n: 'secret' });
  await expect
    .poll(dead, { timeout: 8000 })
    .toMatchObject([{ attempts: 1, last_error: 'contenu refusé : n (invalid_type)' }]);
});

test('a failure that may pass is tried again until it passes', async () => {
  let tries = 0;
  const run = async () => {
    if (++tries < 3) throw new JobError('pas encore', true);
  };
  await work({ essai: job({ payload: z.strictObject({}), run }) });
  await queue();
  for (const attempts of [1, 2]) {
    await expect
      .poll(queued, { timeout: 8000 })
      .toMatchObject([{ attempts, last_error: 'pas encore', locked_by: null }]);
    await hurry();
  }
  await empty();
  expect(tries).toBe(3);
});

test('a failure for good is not tried again and stays to be seen', async () => {
  const run = vi.fn(async () => {
    throw new JobError('adresse inconnue', false);
  });
  await work({ essai: job({ payload: z.strictObject({}), run }) });
  await queue();
  await expect
    .poll(dead, { timeout: 8000 })
    .toMatchObject([{ attempts: 1, max_attempts: 1, last_error: 'adresse inconnue' }]);
  await hurry();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(run).toHaveBeenCalledTimes(1);
});

test('an unexpected error is tried again, but not for ever', async () => {
  const run = vi.fn(async () => {
    throw new TypeError('a bug');
  });
  await work({ essai: job({ payload: z.strictObject({}), attempts: 2, run }) });
  await queue();
  await expect.poll(queued, { timeout: 8000 }).toMatchObject([{ attempts: 1, max_attempts: 2, locked_by: null }]);
  await hurry();
  await expect.poll(dead, { timeout: 8000 }).toMatchObject([{ attempts: 2, last_error: 'a bug' }]);
  expect(run).toHaveBeenCalledTimes(2);
});

test('the end does not wait for a job that hangs; it is left to be done again', async () => {
  let begun = false;
  const run = () => {
    begun = true;
    return new Promise<void>(() => undefined);
  };
  await work({ essai: job({ payload: z.strictObject({}), attempts: 1, run }) });
  await queue();
  await expect.poll(() => begun, { timeout: 8000 }).toBe(true);
  const start = Date.now();
  await worker?.stop();
  worker = undefined;
  expect(Date.now() - start).toBeLessThan(4000);
  expect(await queued()).toMatchObject([{ attempts: 1, max_attempts: 2, locked_by: null }]);
});

test('connections that PostgreSQL breaks are made anew', async () => {
  const told: unknown[] = [];
  await work({ essai: job({ payload: z.strictObject({ n: z.int() }), run: async ({ n }) => void told.push(n) }) });
  await queue({ n: 6 });
  await empty();
  const broken = await db.rows(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name like 'guichet jobs %'`);
  expect(broken.length).toBeGreaterThan(0);
  await queue({ n: 7 });
  await empty();
  expect(told).toEqual([6, 7]);
});

test('a worker that could not ask for work begins anew', async () => {
  await db.rows('alter table graphile_worker._private_tasks rename to ailleurs');
  const run = vi.fn(async () => undefined);
  await work({ essai: job({ payload: z.strictObject({}), run }) });
  await new Promise((resolve) => setTimeout(resolve, 500));
  await db.rows('alter table graphile_worker.ailleurs rename to _private_tasks');
  await queue();
  await expect.poll(queued, { timeout: 15_000 }).toEqual([]);
  expect(run).toHaveBeenCalledTimes(1);
});

const fixture = fileURLToPath(new URL('./hanging-worker.fixture.ts', import.meta.url));

/** Another process, in the middle of the one job that is queued. */
async function hangingWorker(): Promise<ChildProcess> {
  child = fork(fixture, [db.url], { execArgv: ['--import', 'tsx'] });
  await queue();
  await once(child, 'message');
  return child;
}

test('a job whose process is killed in the middle is done by another', async () => {
  child = await hangingWorker();
  child.kill('SIGKILL');
  await once(child, 'exit');
  await expect.poll(connections, { timeout: 8000 }).toEqual([]);
  expect(await queued()).toMatchObject([{ attempts: 1, locked_by: expect.any(String) }]);
  await db.rows(`update graphile_worker._private_jobs set locked_at = now() - interval '1 minute'`);
  const run = vi.fn(async () => undefined);
  await work({ essai: job({ payload: z.strictObject({}), run }) });
  await empty();
  expect(run).toHaveBeenCalledTimes(1);
});

test('a job that another worker is at is left to it', async () => {
  child = await hangingWorker();
  await db.rows(`update graphile_worker._private_jobs set locked_at = now() - interval '1 minute'`);
  const run = vi.fn(async () => undefined);
  await work({ essai: job({ payload: z.strictObject({}), run }) });
  expect(await queued()).toMatchObject([{ attempts: 1, locked_by: expect.any(String) }]);
  child.send('stop');
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
});
