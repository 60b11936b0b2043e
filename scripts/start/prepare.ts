import type { DataSource } from 'typeorm';
import { seedReference } from '../../seeds/reference/index.ts';
import type { Config } from '../../server/config.ts';
import { connect } from '../../server/connect.ts';
import { migrateJobs } from '../../server/core/jobs/migrate.ts';

/**
 * Brings a database up to date: its tables, the queue's, and what every installation needs. Of several processes
 * that start at once, one does it while the others wait.
 * @returns how many migrations were run
 */
export async function prepare({ DATABASE_URL }: Pick<Config, 'DATABASE_URL'>): Promise<number> {
  const source = await connect({ DATABASE_URL, GUICHET_POOL: 3 }, { timeout: 0 });
  try {
    return await alone(source, async () => {
      const run = await source.runMigrations();
      await migrateJobs(DATABASE_URL);
      await seedReference(source);
      return run.length;
    });
  } finally {
    await source.destroy();
  }
}

async function alone<T>(source: DataSource, work: () => Promise<T>): Promise<T> {
  const holder = source.createQueryRunner();
  try {
    await holder.query(`select pg_advisory_lock(hashtext('guichet.preparation'))`);
    return await work();
  } finally {
    await holder.query(`select pg_advisory_unlock_all()`);
    await holder.release();
  }
}
