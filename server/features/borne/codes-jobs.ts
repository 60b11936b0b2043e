import { z } from 'zod';
import { type Jobs, job } from '../../core/jobs/job.ts';

const spent = `delete from codes where cree_le < now() - interval '30 days'`;

export const codesJobs: Jobs = {
  'oublier-codes': job({
    payload: z.strictObject({}),
    cron: '37 2 * * *',
    catchUp: 24,
    async run(_payload, { database }) {
      await database.read({ text: spent, values: [], stable: true });
    },
  }),
};
