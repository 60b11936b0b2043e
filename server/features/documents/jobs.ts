import { z } from 'zod';
import { type Jobs, job } from '../../core/jobs/job.ts';
import type { StoragePort } from '../../integrations/storage/storage.ts';

/** A file without a row is left alone for so long: its row may be on its way. */
const SURSIS_MS = 24 * 60 * 60 * 1000;

/** Keys that are looked up in one statement. */
const BATCH = 1000;

export const documentsJobs = (stockage: StoragePort): Jobs => ({
  'effacer-document': job({
    payload: z.strictObject({ id: z.int().positive() }),
    async run({ id }, { database }) {
      const [row] = await database.read<{ cle: string }>({
        text: 'select cle from documents where id = $1 and retire_le is not null',
        values: [id],
        stable: true,
      });
      if (row) await stockage.remove(row.cle);
    },
  }),

  'balayer-documents': job({
    payload: z.strictObject({}),
    cron: '43 1 * * *',
    catchUp: 24,
    async run(_payload, { database, signal }) {
      const sweep = async (keys: string[]) => {
        const wanted = await database.read<{ cle: string }>({
          text: 'select cle from fichiers_gardes where cle = any($1)',
          values: [keys],
          stable: true,
        });
        const kept = new Set(wanted.map(({ cle }) => cle));
        for (const key of keys) if (!kept.has(key)) await stockage.remove(key);
      };
      const keys: string[] = [];
      for await (const key of stockage.keptBefore(new Date(Date.now() - SURSIS_MS))) {
        if (signal.aborted) return;
        keys.push(key);
        if (keys.length === BATCH) await sweep(keys.splice(0));
      }
      await sweep(keys);
    },
  }),
});
