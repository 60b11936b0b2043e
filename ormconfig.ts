import 'reflect-metadata';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { migrations } from './migrations/index.ts';
import { ZONE } from './server/core/jours.ts';
import { resources } from './server/features.ts';

/** Milliseconds after which PostgreSQL gives up a statement: nothing that a person waits for takes longer. */
const STATEMENT_TIMEOUT = 20_000;

/** The connection to the one database. Tables come from `migrations/` alone: never from the entities. */
export function dataSource(
  url: string,
  options: { pool?: number; aujourdhui?: string; timeout?: number } = {},
): DataSource {
  const { pool = 12, aujourdhui = process.env.GUICHET_AUJOURDHUI, timeout = STATEMENT_TIMEOUT } = options;
  // Tables and indexes are in memory or on a disk without heads: a page out of the way costs hardly more than the next.
  const settings = [`-c timezone=${ZONE}`, `-c statement_timeout=${timeout}`, '-c jit=off', '-c random_page_cost=1.1'];
  if (aujourdhui) settings.push(`-c guichet.aujourdhui=${aujourdhui}`);
  return new DataSource({
    type: 'postgres',
    url,
    applicationName: 'guichet',
    entities: resources.map(({ entity }) => entity) as (new () => object)[],
    migrations,
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    synchronize: false,
    poolSize: pool,
    extra: { options: settings.join(' '), connectionTimeoutMillis: 15_000 },
  });
}

/** For TypeORM's own command line: `npx typeorm -d ormconfig.ts migration:show`. */
export default dataSource(process.env.DATABASE_URL ?? `postgres:///${path.basename(process.cwd())}`);
