import type { DataSource } from 'typeorm';
import type { Config } from './config.ts';
import { type Database, openDatabase } from './core/database.ts';
import { openRecords, type Records } from './core/records/records.ts';
import { type Watch, watch } from './core/watch.ts';
import { type Actors, openActors } from './features/organisation/utilisateurs/actor.ts';

/** Everything that a surface stands on. */
export interface Guichet {
  config: Config;
  database: Database;
  watch: Watch;
  records: Records;
  actors: Actors;
  /** Gives the connections back. */
  close(): Promise<void>;
}

/** @param source an initialized DataSource; closing the Guichet destroys it */
export async function openGuichet(config: Config, source: DataSource): Promise<Guichet> {
  const database = openDatabase(source);
  const news = await watch(database);
  return {
    config,
    database,
    watch: news,
    records: openRecords(database, news),
    actors: openActors(database, news),
    async close() {
      await news.close();
      await source.destroy();
    },
  };
}
