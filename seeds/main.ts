import { parseArgs } from 'node:util';
import { runningPostgres } from '../scripts/postgres/running.ts';
import { connect, demandMigrated } from '../server/connect.ts';
import { CannotStart, explain } from '../server/explain.ts';
import { seedVolume } from './volume/index.ts';

const usage = `npm run seed -- --clients 100000
Complète la table des clients jusqu’à ce nombre, répartis sur cinq succursales (jusqu’à cinq millions).
Base : DATABASE_URL, ou celle du serveur que npm start fait tourner. La démonstration, elle, se charge au premier npm start.`;

/** `npm run seed`: fills a database to try the product at size. */
async function main(): Promise<string> {
  const { values } = parseArgs({ options: { clients: { type: 'string' }, help: { type: 'boolean', default: false } } });
  if (values.help) return usage;
  const clients = Number(values.clients);
  if (!Number.isInteger(clients) || clients < 1 || clients > 5_000_000) throw new CannotStart(usage);
  const url = process.env.DATABASE_URL ?? (await runningPostgres(process.env.GUICHET_DATA ?? '.data'));
  if (!url) throw new CannotStart('Aucune base : donnez DATABASE_URL, ou lancez d’abord npm start');
  const source = await demandMigrated(await connect({ DATABASE_URL: url, GUICHET_POOL: 1 }));
  try {
    const { added, succursales } = await seedVolume(source, { clients });
    return `${added.toLocaleString('fr')} clients ajoutés, répartis sur ${succursales.join(', ')}.`;
  } finally {
    await source.destroy();
  }
}

try {
  console.log(await main());
} catch (error) {
  console.error(explain(error) ?? error);
  process.exitCode = 1;
}
