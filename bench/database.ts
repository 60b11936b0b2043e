import { randomBytes } from 'node:crypto';
import { dataSource } from '../ormconfig.ts';
import { seedDemo } from '../seeds/demo/index.ts';
import { seedReference } from '../seeds/reference/index.ts';
import { seedVolume } from '../seeds/volume/index.ts';
import { readConfig } from '../server/config.ts';
import { openGuichet } from '../server/guichet.ts';
import { onServer, withDatabase } from '../tests/database-server.ts';

/** A database for one measurement. */
export interface BenchDatabase {
  /** The environment of a server over it. */
  env: Record<string, string>;
  /** The gestionnaire who asks, and whose succursale. */
  email: string;
  password: string;
  succursale_id: number;
  /** Some of that succursale's clients. */
  ids: number[];
  drop(): Promise<void>;
}

const WHO = 'brazzaville@guichet.test';
const IDS = 2000;

/** A new database on that server, migrated, with the demonstration and so many clients. */
export async function benchDatabase(server: string, clients: number): Promise<BenchDatabase> {
  const name = `bench_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name}`);
  const env = {
    DATABASE_URL: withDatabase(server, name),
    GUICHET_SECRET: randomBytes(32).toString('hex'),
    NODE_ENV: 'test',
  };
  const source = await dataSource(env.DATABASE_URL).initialize();
  await source.runMigrations();
  await seedReference(source);
  const guichet = await openGuichet(readConfig(env), source);
  const { password } = await seedDemo(guichet);
  await seedVolume(source, { clients });
  const [person] = await guichet.database.read<{ succursale_id: number }>({
    text: 'select succursale_id from utilisateurs where email = $1',
    values: [WHO],
    stable: false,
  });
  const succursale_id = person?.succursale_id ?? 0;
  const rows = await guichet.database.read<{ id: number }>({
    text: 'select id from clients where succursale_id = $1 and supprime_le is null order by hashint8(id), id limit $2',
    values: [succursale_id, IDS],
    stable: false,
  });
  await guichet.close();
  return {
    env,
    email: WHO,
    password,
    succursale_id,
    ids: rows.map(({ id }) => id),
    drop: () => onServer(server, `drop database ${name} with (force)`),
  };
}
