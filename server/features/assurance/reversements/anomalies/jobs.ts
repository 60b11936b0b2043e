import { z } from 'zod';
import { type Jobs, job } from '../../../../core/jobs/job.ts';
import { log } from '../../../../core/jobs/log.ts';
import { enPhrase } from './phrases.ts';
import { verifierSoldes } from './verification.ts';

/** Sentences in the log: the rest is in the list of anomalies. */
const SAID_MAX = 20;

/** Every night the balances are held against the sums; what differs is said once a night until it is right. */
export const soldesJobs: Jobs = {
  'verifier-soldes': job({
    payload: z.strictObject({}),
    cron: '40 1 * * *',
    catchUp: 24,
    async run(_payload, { database, caller }) {
      const { ouvertes } = await verifierSoldes(database, caller);
      for (const each of ouvertes.slice(0, SAID_MAX)) log('error', `soldes : ${enPhrase(each)}`);
      if (ouvertes.length > SAID_MAX) log('error', `soldes : … et ${ouvertes.length - SAID_MAX} autres écarts`);
    },
  }),
};
