import { z } from 'zod';
import { type Jobs, job } from '../../../core/jobs/job.ts';

/** What is said in passing is not kept: a conversation is forgotten after a week. Consent is, with what was sold. */
export const conversationJobs: Jobs = {
  'oublier-conversations': job({
    payload: z.strictObject({}),
    cron: '43 2 * * *',
    catchUp: 24,
    async run(_payload, { database, signal }) {
      for (let left = 1; left > 0 && !signal.aborted; ) {
        const gone = await database.read({
          text: `delete from conversations where id = any(array(
            select id from conversations where modifie_le < now() - interval '7 days' limit 5000)) returning 1`,
          values: [],
          stable: true,
        });
        left = gone.length;
      }
    },
  }),
};
