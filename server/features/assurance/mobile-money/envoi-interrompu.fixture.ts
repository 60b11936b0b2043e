import { dataSource } from '../../../../ormconfig.ts';
import { openDatabase } from '../../../core/database.ts';
import { startWorker } from '../../../core/jobs/worker.ts';
import { readMobileMoney } from '../../../integrations/mobile-money/configuration.ts';
import type { MobileMoney } from '../../../integrations/mobile-money/mobile-money.ts';
import { caissesDe } from './caisses.ts';
import { mobileMoneyJobs } from './jobs.ts';

/**
 * A server process of its own, for tests: it stops just before an attempt leaves (`avant`), or just after the operator
 * has it (`apres`), says so, and waits to be killed.
 */
const [url = '', moment = 'avant', variables = '{}'] = process.argv.slice(2);
const source = await dataSource(url, { pool: 4 }).initialize();
const database = openDatabase(source);
const caisses = caissesDe({ GUICHET_SECRET: 'x'.repeat(40), momo: readMobileMoney(JSON.parse(variables)) }, database);
const till = caisses.tills.mtn_money as MobileMoney;
caisses.tills.mtn_money = {
  ...till,
  async demander(demande) {
    if (moment === 'apres') await till.demander(demande);
    process.send?.(moment);
    return new Promise(() => undefined);
  },
};
await startWorker(url, database, mobileMoneyJobs(caisses));
