import { z } from 'zod';
import { dataSource } from '../../../ormconfig.ts';
import { openDatabase } from '../database.ts';
import { job } from './job.ts';
import { startWorker } from './worker.ts';

/** A process of its own, for tests: it begins the job « essai » and never ends it; told to stop, it ends by itself. */
const url = process.argv[2] as string;
const source = await dataSource(url, { pool: 3 }).initialize();
const run = () => {
  process.send?.('begun');
  return new Promise<void>(() => undefined);
};
const worker = await startWorker(url, openDatabase(source), { essai: job({ payload: z.strictObject({}), run }) });
process.once('message', async () => {
  await worker.stop();
  await source.destroy();
  process.disconnect();
});
