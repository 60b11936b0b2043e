import type { DataSource } from 'typeorm';
import { dataSource } from '../ormconfig.ts';
import type { Config } from './config.ts';
import { CannotStart, unreachable } from './explain.ts';

const OLDEST = 15;

/** The database of a configuration, open. @throws {CannotStart} when it is out of reach or too old */
export async function connect(
  { DATABASE_URL, GUICHET_POOL }: Pick<Config, 'DATABASE_URL' | 'GUICHET_POOL'>,
  options: { timeout?: number } = {},
): Promise<DataSource> {
  const source = dataSource(DATABASE_URL, { pool: GUICHET_POOL, ...options });
  await source.initialize().catch((error) => {
    throw unreachable(DATABASE_URL, error);
  });
  const [{ server_version_num: version }] =
    await source.query<[{ server_version_num: string }]>('show server_version_num');
  const tooOld = olderThanNeeded(Number(version));
  if (!tooOld) return source;
  await source.destroy();
  throw tooOld;
}

/** @param version as `server_version_num` gives it: 150004 for 15.4 */
export function olderThanNeeded(version: number): CannotStart | undefined {
  const major = Math.floor(version / 10_000);
  if (major >= OLDEST) return undefined;
  return new CannotStart(
    `PostgreSQL ${major} est trop ancien : Guichet demande la version ${OLDEST} ou une plus récente`,
  );
}

/** @throws {CannotStart} when migrations are still to be run */
export async function demandMigrated(source: DataSource): Promise<DataSource> {
  if (!(await source.showMigrations())) return source;
  await source.destroy();
  throw new CannotStart('La base n’est pas à jour : lancez d’abord « npm run migrate »');
}
