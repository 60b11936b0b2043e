import 'reflect-metadata';
import type { TestProject } from 'vitest/node';
import { dataSource } from '../ormconfig.ts';
import { buildIfStale } from '../scripts/bundles/stale.ts';
import { startPostgres } from '../scripts/postgres/postgres.ts';
import { seedReference } from '../seeds/reference/index.ts';
import { migrateJobs } from '../server/core/jobs/migrate.ts';
import { onServer, withDatabase } from './database-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the test run's PostgreSQL is. */
    server: string;
    /** The migrated database that each file clones. */
    template: string;
  }
}

/** One PostgreSQL for the run (`TEST_DATABASE_URL`, or one of our own), one migrated template and a built panel. */
export default async function setup(project: TestProject) {
  const [postgres] = await Promise.all([serverOfRun(), buildIfStale()]);
  const template = `gabarit_${process.pid}`;
  await onServer(postgres.url, `drop database if exists ${template}`, `create database ${template}`);
  const url = withDatabase(postgres.url, template);
  const source = await dataSource(url).initialize();
  await source.runMigrations();
  await migrateJobs(url);
  await seedReference(source);
  await source.destroy();
  project.provide('server', postgres.url);
  project.provide('template', template);
  return async () => {
    await onServer(postgres.url, `drop database ${template} with (force)`);
    await postgres.stop();
  };
}

async function serverOfRun(): Promise<{ url: string; stop(): Promise<void> }> {
  const url = process.env.TEST_DATABASE_URL;
  return url ? { url, stop: async () => {} } : startPostgres({ ephemeral: true });
}
