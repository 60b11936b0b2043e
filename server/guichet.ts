import path from 'node:path';
import type { DataSource } from 'typeorm';
import type { Config } from './config.ts';
import { type Database, openDatabase } from './core/database.ts';
import { openRecords, type Records } from './core/records/records.ts';
import { type Watch, watch } from './core/watch.ts';
import { type Caisses, openCaisses } from './features/assurance/mobile-money/caisses.ts';
import { type Actors, openActors } from './features/organisation/utilisateurs/actor.ts';
import { openPush, type PushPort } from './integrations/push/push.ts';
import { openSms, type SmsPort } from './integrations/sms/sms.ts';
import { openFolder } from './integrations/storage/folder.ts';
import type { StoragePort } from './integrations/storage/storage.ts';

/** Everything that a surface stands on. */
export interface Guichet {
  config: Config;
  database: Database;
  watch: Watch;
  records: Records;
  actors: Actors;
  sms: SmsPort;
  /** Where photos and papers are kept. */
  stockage: StoragePort;
  /** The operators' tills, for mobile money. */
  caisses: Caisses;
  /** Gives the connections back. */
  close(): Promise<void>;
}

/** @param source an initialized DataSource; closing the Guichet destroys it */
export async function openGuichet(config: Config, source: DataSource): Promise<Guichet> {
  const database = openDatabase(source);
  const news = await watch(database);
  const caisses = await openCaisses(config, database);
  return {
    config,
    database,
    watch: news,
    records: openRecords(database, news),
    actors: openActors(database, news),
    sms: smsOf(config),
    stockage: stockageOf(config),
    caisses,
    async close() {
      await caisses.close();
      await news.close();
      await source.destroy();
    },
  };
}

/** Where SMS go: said at the start. */
export const smsOf = (config: Config): SmsPort =>
  openSms({
    url: config.SMS_URL,
    utilisateur: config.SMS_UTILISATEUR,
    cle: config.SMS_CLE,
    expediteur: config.SMS_EXPEDITEUR,
    folder: config.NODE_ENV === 'production' ? undefined : path.resolve(config.GUICHET_DATA, 'sms'),
  });

/** Where photos and papers are kept. */
export const stockageOf = ({ GUICHET_DATA, GUICHET_DOCUMENTS }: Config): StoragePort =>
  openFolder(path.resolve(GUICHET_DOCUMENTS ?? path.join(GUICHET_DATA, 'documents')));

/** Where the trial mail server keeps what it took; there is none where mail leaves for good, nor in production. */
export const boiteDe = ({ NODE_ENV, GUICHET_DATA, SMTP_URL }: Config): string | undefined =>
  NODE_ENV === 'production' || SMTP_URL ? undefined : path.resolve(GUICHET_DATA, 'courrier');

/** How telephones are told: said at the start. */
export const pushOf = ({ push, NODE_ENV, GUICHET_DATA }: Config): PushPort =>
  openPush({ ...push, folder: NODE_ENV === 'production' ? undefined : path.resolve(GUICHET_DATA) });
