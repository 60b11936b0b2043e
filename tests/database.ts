import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import { dataSource } from '../ormconfig.ts';
import { openDatabase } from '../server/core/database.ts';
import { openRecords } from '../server/core/records/records.ts';
import { watch } from '../server/core/watch.ts';
import { caissesDe } from '../server/features/assurance/mobile-money/caisses.ts';
import { openActors } from '../server/features/organisation/utilisateurs/actor.ts';
import { openFolder } from '../server/integrations/storage/folder.ts';
import { onServer, withDatabase } from './database-server.ts';

/** Where PostgreSQL can, the files of a database are copied without reading them: a seventh of the time. */
const COPIED_BY_THE_SYSTEM = `select set_config(name, 'clone', false) from pg_settings
  where name = 'file_copy_method' and 'clone' = any(enumvals)`;

/** A database of one's own, cloned from the migrated template, with everything that stands on it. */
export async function testDatabase() {
  const server = inject('server');
  const name = `t_${randomBytes(6).toString('hex')}`;
  await onServer(
    server,
    COPIED_BY_THE_SYSTEM,
    `create database ${name} template ${inject('template')} strategy file_copy`,
  );
  const url = withDatabase(server, name);
  const source = await dataSource(url, { pool: 8 }).initialize();
  const database = openDatabase(source);
  const news = await watch(database);
  return {
    url,
    source,
    database,
    watch: news,
    records: openRecords(database, news),
    actors: openActors(database, news),
    /** No operator’s till is open, unless a test opens one. */
    caisses: caissesDe({ GUICHET_SECRET: 'x'.repeat(40), momo: {} }, database),
    /** A folder that is made by the first file in it. */
    stockage: openFolder(path.join(tmpdir(), `guichet-${name}`)),
    /** Rows of a statement, as they stand. */
    rows: <T extends object>(text: string, values: unknown[] = []) => database.read<T>({ text, values, stable: false }),
    async close() {
      await news.close();
      await source.destroy();
      await onServer(server, `drop database ${name} with (force)`);
    },
  };
}

export type TestDatabase = Awaited<ReturnType<typeof testDatabase>>;
