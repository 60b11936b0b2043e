import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { JobError } from '../../core/jobs/job.ts';
import type { SmsPort } from './sms.ts';

const LAST = 10;

/** Files of one millisecond keep the order in which they were written. */
let rank = 0;

/** Puts SMS into a folder, one file a message, by telephone, for a person or a screen to read: no gateway, no production. */
export function simulator(folder: string): SmsPort {
  const place = (telephone: string) => path.join(folder, telephone.replace(/[^+\d]/g, '') || '_');
  return {
    lieu: `dossier ${folder}`,
    async envoyer({ telephone, texte }) {
      rank = (rank + 1) % 1_000_000;
      const instant = new Date().toISOString().replaceAll(':', '-');
      const name = `${instant}-${String(rank).padStart(6, '0')}-${process.pid}.txt`;
      try {
        await mkdir(place(telephone), { recursive: true, mode: 0o700 });
        await writeFile(path.join(place(telephone), name), texte, { mode: 0o600, flag: 'wx' });
      } catch (error) {
        // What the system says names the file, and with it the telephone.
        throw new JobError(`le dossier ${folder} ne prend pas le SMS : ${(error as NodeJS.ErrnoException).code}`, true);
      }
    },
    async derniers(telephone) {
      const names = await readdir(place(telephone)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return [];
        throw error;
      });
      const last = names.toSorted().reverse().slice(0, LAST);
      return Promise.all(last.map((name) => readFile(path.join(place(telephone), name), 'utf8')));
    },
  };
}
