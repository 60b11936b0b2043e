import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { type Jobs, job } from '../../core/jobs/job.ts';
import { sealJournal } from '../../core/journal/seal.ts';
import { signHead } from '../../core/journal/seal-head.ts';

/** Sealing follows the writing by seconds (`server/jobs.ts` asks for it); the clock is there for what nobody announced. */
export const journalJobs = ({ cle, tetes }: { cle: KeyObject; tetes: string }): Jobs => ({
  'sceller-journal': job({
    payload: z.strictObject({}),
    cron: '* * * * *',
    async run(_payload, { database, signal }) {
      await sealJournal(database, signal);
    },
  }),
  'signer-journal': job({
    payload: z.strictObject({}),
    cron: '7 * * * *',
    catchUp: 1,
    async run(_payload, { database, signal }) {
      await sealJournal(database, signal);
      await signHead(database, cle, tetes);
    },
  }),
});
