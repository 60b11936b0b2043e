import type { Config } from './config.ts';
import type { Jobs } from './core/jobs/job.ts';
import { log } from './core/jobs/log.ts';
import { recoveryJobs } from './core/jobs/recovery.ts';
import { startWorker } from './core/jobs/worker.ts';
import { headsFile } from './core/journal/seal-head.ts';
import { sealingKey } from './core/journal/seal-key.ts';
import { mobileMoneyJobs } from './features/assurance/mobile-money/jobs.ts';
import { soldesJobs } from './features/assurance/reversements/anomalies/jobs.ts';
import { codesJobs } from './features/borne/codes-jobs.ts';
import { conversationJobs } from './features/borne/conversation/jobs.ts';
import { envoyerJobs } from './features/borne/envoyer/jobs.ts';
import { devisJobs } from './features/crm/devis/envoyer/jobs.ts';
import { documentsJobs } from './features/documents/jobs.ts';
import { journalJobs } from './features/journal/jobs.ts';
import { pushJobs } from './features/notifications/push/jobs.ts';
import { housekeepingJobs } from './features/organisation/nettoyage.ts';
import { passwordJobs } from './features/organisation/utilisateurs/jobs.ts';
import { rapportsJobs } from './features/rapports/etats/jobs.ts';
import { boiteDe, type Guichet, pushOf } from './guichet.ts';
import { type MailPort, openMail } from './integrations/mail/mail.ts';
import { smsJobs } from './integrations/sms/envoi.ts';

/** Milliseconds between a write and the sealing of its line; what is written meanwhile is sealed along with it. */
const SEAL_AFTER = 2000;

/** Works off the queue in this process: mail, SMS, mobile money, seals of the journal, balances, housekeeping. */
export async function startJobs(guichet: Guichet): Promise<{ stop(): Promise<void> }> {
  const { config, database, watch, sms } = guichet;
  const mail = mailOf(config);
  if (config.NODE_ENV === 'production' && !config.SMTP_URL) log('warning', mail.lieu);
  if (config.NODE_ENV === 'production' && !config.SMS_URL) log('warning', sms.lieu);
  const push = pushOf(config);
  if (!push.cle) log('warning', push.lieu);
  const worker = await startWorker(config.DATABASE_URL, database, jobsOf(guichet, mail));
  await ask(guichet, 'signer-journal');

  let sealing: NodeJS.Timeout | undefined;
  let stopped = false;
  watch.on('donnees', (table) => {
    if (table !== 'journal' || sealing || stopped) return;
    sealing = setTimeout(() => {
      sealing = undefined;
      ask(guichet, 'sceller-journal').catch((error) => log('warning', `le sceau du journal attend : ${error}`));
    }, SEAL_AFTER).unref();
  });
  return {
    async stop() {
      stopped = true;
      clearTimeout(sealing);
      await worker.stop();
    },
  };
}

/** Where mail goes: said at the start. */
export const mailOf = (config: Config): MailPort =>
  openMail({
    url: config.SMTP_URL,
    from: config.MAIL_FROM,
    folder: boiteDe(config),
  });

type Moyens = Pick<Guichet, 'config' | 'records' | 'actors' | 'stockage' | 'sms' | 'caisses'>;

/** All that can be queued, by name. */
export const jobsOf = ({ config, records, actors, stockage, sms, caisses }: Moyens, mail: MailPort): Jobs => ({
  ...recoveryJobs,
  ...journalJobs({
    cle: sealingKey(config.GUICHET_CLE_JOURNAL, config.GUICHET_DATA),
    tetes: headsFile(config.GUICHET_DATA),
  }),
  ...passwordJobs({ mail, url: config.GUICHET_URL ?? here(config) }),
  ...smsJobs(sms),
  ...codesJobs,
  ...envoyerJobs({ mail, sms, secret: config.GUICHET_SECRET, url: config.GUICHET_URL ?? here(config) }),
  ...devisJobs({ mail, secret: config.GUICHET_SECRET, url: config.GUICHET_URL ?? here(config) }),
  ...conversationJobs,
  ...mobileMoneyJobs(caisses),
  ...soldesJobs,
  ...documentsJobs(stockage),
  ...rapportsJobs({ records, actors, stockage, mail, url: config.GUICHET_URL ?? here(config) }),
  ...pushJobs(pushOf(config)),
  ...housekeepingJobs,
});

/** Where a developer reaches the product. */
const here = ({ HOST, PORT }: Config): string =>
  `http://${['0.0.0.0', '::'].includes(HOST) ? 'localhost' : HOST}:${PORT}`;

/** Once, however many ask. */
async function ask({ database }: Guichet, name: string): Promise<void> {
  await database.read({ text: 'select from graphile_worker.add_job($1, job_key := $1)', values: [name], stable: true });
}
