import { runMigrations } from 'graphile-worker';
import { workerLogger } from './log.ts';
import { openPool } from './pool.ts';

/** Makes the queue's own tables (schema `graphile_worker`) or brings them up to date; harmless when they are. */
export async function migrateJobs(url: string): Promise<void> {
  const pool = openPool(url, 1, 'guichet');
  try {
    await runMigrations({ pgPool: pool, logger: workerLogger });
  } finally {
    await pool.end();
  }
}
