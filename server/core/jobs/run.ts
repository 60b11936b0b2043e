import type { Task } from 'graphile-worker';
import type { Database } from '../database.ts';
import { ATTEMPTS, type Job, JobError } from './job.ts';
import { log } from './log.ts';
import { systemCaller } from './system.ts';

/** A job as the queue carries it out: payload checked, tries bounded, given up at once where trying again is no use. */
export const taskOf =
  (name: string, definition: Job, database: Database): Task =>
  async (payload, { job, abortSignal, abortPromise }) => {
    try {
      const told = read(definition, payload);
      await Promise.race([definition.run(told, { database, caller: systemCaller, signal: abortSignal }), abortPromise]);
    } catch (caught) {
      const error = abortSignal.aborted ? new JobError('interrompu par l’arrêt, sera repris', true) : caught;
      const last = lastTry(error, job.attempts, definition.attempts ?? ATTEMPTS, abortSignal.aborted);
      log(
        last > job.attempts ? 'warning' : 'error',
        `${name} n° ${job.id}, essai ${job.attempts} sur ${last} : ${described(error)}`,
      );
      await bound(database, job.id, last);
      throw error;
    }
  };

/** The clock adds `_cron` to what it queues. @throws {JobError} that names the fields, not what stood in them */
function read({ payload: schema }: Job, payload: unknown) {
  const { _cron, ...told } = (payload ?? {}) as Record<string, unknown>;
  const result = schema.safeParse(told);
  if (result.success) return result.data;
  const fields = result.error.issues.map(({ path, code }) => `${path.join('.') || '_'} (${code})`);
  throw new JobError(`contenu refusé : ${fields.join(', ')}`, false);
}

/** Which try is the last: this one where another cannot help, at least one more where only our own end came between. */
function lastTry(error: unknown, attempt: number, attempts: number, stopping: boolean): number {
  if (stopping) return Math.max(attempts, attempt + 1);
  return error instanceof JobError && !error.again ? attempt : attempts;
}

/**
 * A job that has used up its tries stays in the queue, dead, for people to see. The queue's public functions leave
 * a job alone while it runs, so this one statement goes to its table; the exact version is pinned, a test holds it.
 */
async function bound(database: Database, id: string, last: number): Promise<void> {
  const text = 'update graphile_worker._private_jobs set max_attempts = $2 where id = $1 and max_attempts <> $2';
  await database.read({ text, values: [id, last], stable: true });
}

const described = (error: unknown): string =>
  error instanceof JobError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
