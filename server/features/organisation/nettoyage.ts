import { z } from 'zod';
import { type JobContext, type Jobs, job } from '../../core/jobs/job.ts';

/** What is of no more use to anybody, by table. Sessions are not here: their store prunes them itself. */
const spent: Record<string, string> = {
  jetons: 'expire_le < now()',
  liens_mot_de_passe: 'expire_le < now()',
  freins: `libre_le < now() and dernier_le < now() - interval '1 day'`,
  idempotence: `cree_le < now() - interval '7 days'`,
  sessions_borne: 'fin_le < now()',
  demandes_borne: `cree_le < now() - interval '7 days'`,
};

/** Rows in one statement, so that none runs long or holds much. */
const BATCH = 10_000;

export const housekeepingJobs: Jobs = {
  'nettoyer-acces': job({
    payload: z.strictObject({}),
    cron: '17 2 * * *',
    catchUp: 24,
    async run(_payload, context) {
      for (const [table, condition] of Object.entries(spent)) await empty(context, table, condition);
    },
  }),
};

async function empty({ database, signal }: JobContext, table: string, condition: string) {
  const text = `with parties as (
      delete from ${table} where ctid = any(array(select ctid from ${table} where ${condition} limit ${BATCH})) returning 1)
    select count(*)::int as nombre from parties`;
  for (let left = BATCH; left === BATCH && !signal.aborted; ) {
    const [row] = await database.read<{ nombre: number }>({ text, values: [], stable: true });
    left = row?.nombre ?? 0;
  }
}
