import 'reflect-metadata';
import type { TestProject } from 'vitest/node';
import { dataSource } from '../ormconfig.ts';
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

/** One PostgreSQL for the run (`TEST_DATABASE_URL`, or one of our own) and one migrated template. */
export default async function setup(project: TestProject) {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) throw new Error('TEST_DATABASE_URL is not set');
  const template = `gabarit_${process.pid}`;
  await onServer(server, `drop database if exists ${template}`, `create database ${template}`);
  const source = await dataSource(withDatabase(server, template)).initialize();
  await source.runMigrations();
  await migrateJobs(withDatabase(server, template));
  await seedReference(source);
  await source.destroy();
  project.provide('server', server);
  project.provide('template', template);
  return () => onServer(server, `drop database ${template} with (force)`);
}
