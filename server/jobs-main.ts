import { readConfig } from './config.ts';
import { connect, demandMigrated } from './connect.ts';
import { explain } from './explain.ts';
import { openGuichet } from './guichet.ts';
import { startJobs } from './jobs.ts';
import { untilStopped } from './until-stopped.ts';

// `npm run jobs`: the jobs alone, beside servers that run with `GUICHET_JOBS=separate`.

try {
  const config = readConfig();
  const guichet = await openGuichet(config, await demandMigrated(await connect(config)));
  const jobs = await startJobs(guichet);
  console.log('Tâches en cours. Ctrl+C pour arrêter.');
  untilStopped(async () => {
    await jobs.stop();
    await guichet.close();
  });
} catch (error) {
  console.error(explain(error) ?? error);
  process.exit(1);
}
