import { z } from 'zod';
import type { Database } from '../database.ts';
import { job } from './job.ts';

/** What stands before a worker's name in that of its connections. */
export const LIVING = 'guichet jobs ';

/** Seconds that a worker may be without its connection, for a moment, before its jobs are taken to be abandoned. */
const GRACE = 30;

/**
 * Frees the jobs of workers that were killed, so that they run again: a worker that is gone has no connection.
 * The queue alone would leave them locked for four hours.
 */
export async function releaseAbandoned(database: Database): Promise<void> {
  const text = `select graphile_worker.force_unlock_workers(array(
    select distinct j.locked_by from graphile_worker.jobs j
    where j.locked_at < now() - $1 * interval '1 second' and not exists (
      select from pg_stat_activity a where a.application_name = $2 || j.locked_by)))`;
  await database.read({ text, values: [GRACE, LIVING], stable: true });
}

export const recoveryJobs = {
  'reprendre-abandons': job({
    payload: z.strictObject({}),
    cron: '* * * * *',
    run: (_payload, { database }) => releaseAbandoned(database),
  }),
};
