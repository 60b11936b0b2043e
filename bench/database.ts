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
  /** Some of its contrats that have been paid for, and whose they are. */
  contrats: { police: string; client_id: number; souscription_id: number }[];
  /** A client's way into the borne. */
  client?: { police: string; telephone: string };
  drop(): Promise<void>;
}

const WHO = 'brazzaville@guichet.test';
const IDS = 2000;

interface Sold {
  police: string;
  client_id: number;
  souscription_id: number;
  telephone: string;
  /** Whether it opens a session at the borne. */
  entre: boolean;
}

const vendus = `
  select n.numero as police, s.client_id, s.id as souscription_id, c.telephone, s.statut = 'activee' and s.expire_le >= date_metier() as entre
  from souscriptions s join numeros_police n on n.souscription_id = s.id join clients c on c.id = s.client_id
  where s.succursale_id = $1 and c.succursale_id = $1 and c.supprime_le is null and s.paye > 0
  order by hashint8(s.id), s.id limit $2`;

/** A new database on that server, migrated, with the demonstration and so many clients and contrats. */
export async function benchDatabase(server: string, clients: number, contrats = 0): Promise<BenchDatabase> {
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
  await seedVolume(source, { clients, contrats });
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
  const sold = await guichet.database.read<Sold>({ text: vendus, values: [succursale_id, IDS], stable: false });
  const client = sold.find(({ entre }) => entre);
  await guichet.close();
  return {
    env,
    email: WHO,
    password,
    succursale_id,
    ids: rows.map(({ id }) => id),
    contrats: sold,
    ...(client ? { client } : {}),
    drop: () => onServer(server, `drop database ${name} with (force)`),
  };
}
