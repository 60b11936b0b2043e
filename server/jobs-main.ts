import { dataSource } from '../ormconfig.ts';
import { ConfigError, readConfig } from './config.ts';
import { openGuichet } from './guichet.ts';
import { startJobs } from './jobs.ts';

/** The jobs alone, beside servers that run with `GUICHET_JOBS=separate`. */
try {
  const config = readConfig();
  const source = await dataSource(config.DATABASE_URL, { pool: config.GUICHET_POOL }).initialize();
  const guichet = await openGuichet(config, source);
  const jobs = await startJobs(guichet);
  console.log('Tâches en cours. Ctrl+C pour arrêter.');
  const end = async () => {
    await jobs.stop();
    await guichet.close();
  };
  process.once('SIGTERM', end).once('SIGINT', end);
} catch (error) {
  const said = error instanceof ConfigError ? error.mistakes.join('\n') : `Les tâches ne démarrent pas : ${error}`;
  console.error(said);
  process.exitCode = 1;
}
