import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { type ParsedCronItem, parseCronItems, type Runner, run, type WorkerEvents } from 'graphile-worker';
import type { Database } from '../database.ts';
import type { Jobs } from './job.ts';
import { log, workerLogger } from './log.ts';
import { openPool } from './pool.ts';
import { LIVING, releaseAbandoned } from './recovery.ts';
import { taskOf } from './run.ts';

export interface Worker {
  /** Waits a few seconds at most for what is running; what is not done by then is done again later. */
  stop(): Promise<void>;
}

/** Jobs at a time. One connection listens, the other does the bookkeeping; the work itself uses the database's pool. */
const CONCURRENCY = 2;
const STOP_MS = { patience: 2500, atMost: 6000 };
const RESTART_MS = 2000;
/** Failures in a row to ask for work, after which everything is begun anew: what is remembered may be what is wrong. */
const FAILURES_MAX = 4;
const HOUR_MS = 3_600_000;

/** Works off the queue until stopped, and starts again by itself when the queue gave up (a long outage). */
export async function startWorker(url: string, database: Database, jobs: Jobs): Promise<Worker> {
  let stopping = false;
  let runner: Runner | undefined;
  let restart: NodeJS.Timeout | undefined;

  async function begin(): Promise<void> {
    const begun = await open(url, database, jobs);
    if (stopping) return begun.stop();
    runner = begun;
    begun.promise.then(
      () => ended('sans erreur'),
      (error) => ended(String(error)),
    );
  }

  function ended(why: string) {
    runner = undefined;
    if (stopping) return;
    log('error', `la file s’est arrêtée (${why}), nouvelle tentative dans ${RESTART_MS / 1000} s`);
    restart = setTimeout(() => begin().catch((error) => ended(String(error))), RESTART_MS).unref();
  }

  await begin();
  return {
    async stop() {
      stopping = true;
      clearTimeout(restart);
      await atMost(STOP_MS.atMost, runner?.stop()).catch((error) => log('warning', `arrêt : ${error}`));
    },
  };
}

/** Connections and worker bear one name, new each time: `recovery.ts` knows the living by it. */
async function open(url: string, database: Database, jobs: Jobs): Promise<Runner> {
  const name = randomBytes(9).toString('hex');
  const pool = openPool(url, CONCURRENCY, LIVING + name);
  const events: WorkerEvents = new EventEmitter();
  events.once('pool:create', ({ workerPool }) => Object.assign(workerPool, { id: name }));
  try {
    await releaseAbandoned(database);
    const runner = await run({
      pgPool: pool,
      events,
      logger: workerLogger,
      noHandleSignals: true,
      concurrency: CONCURRENCY,
      taskList: Object.fromEntries(Object.entries(jobs).map(([key, each]) => [key, taskOf(key, each, database)])),
      parsedCronItems: byTheClock(jobs),
      preset: {
        // Batches, even of no delay, try again when the database is away; single answers would end the process.
        worker: { gracefulShutdownAbortTimeout: STOP_MS.patience, completeJobBatchDelay: 0, failJobBatchDelay: 0 },
      },
    });
    let failures = 0;
    events.on('worker:getJob:empty', () => (failures = 0)).on('job:start', () => (failures = 0));
    events.on('worker:getJob:error', ({ error }) => {
      failures += 1;
      if (failures === FAILURES_MAX) log('error', `la file ne donne plus de travail : ${error}`);
      if (failures === FAILURES_MAX) runner.stop().catch((late) => log('warning', String(late)));
    });
    const promise = runner.promise.finally(() => pool.end());
    // It refuses to be stopped twice; the end is the same.
    return {
      ...runner,
      promise,
      stop: () =>
        runner.stop().then(
          () => promise,
          () => promise,
        ),
    };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

const byTheClock = (jobs: Jobs): ParsedCronItem[] =>
  parseCronItems(
    Object.entries(jobs).flatMap(([task, { cron, catchUp = 0 }]) =>
      cron ? { task, match: cron, options: { jobKey: task, backfillPeriod: catchUp * HOUR_MS } } : [],
    ),
  );

async function atMost(ms: number, work: Promise<void> | undefined): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      log('warning', `arrêt sans attendre la fin du travail en cours, après ${ms / 1000} s`);
      resolve();
    }, ms);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
