import { parseArgs } from 'node:util';
import { runningPostgres } from '../scripts/postgres/running.ts';
import { connect, demandMigrated } from '../server/connect.ts';
import { CannotStart, explain } from '../server/explain.ts';
import { CLIENTS_MAX, CONTRATS_MAX, seedVolume } from './volume/index.ts';

const usage = `npm run seed -- [--clients 100000] [--contrats 150000]
Complète les clients et les contrats jusqu’à ces nombres, répartis sur cinq succursales (jusqu’à cinq millions chacun) ;
les contrats viennent avec leurs paiements et leurs écritures, et avec deux clients pour trois s’ils manquent.
Base : DATABASE_URL, ou celle du serveur que npm start fait tourner. La démonstration, elle, se charge au premier npm start.`;

/** `npm run seed`: fills a database to try the product at size. */
async function main(): Promise<string> {
  const { values } = parseArgs({
    options: {
      clients: { type: 'string' },
      contrats: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return usage;
  const asked = { clients: upTo(values.clients, CLIENTS_MAX), contrats: upTo(values.contrats, CONTRATS_MAX) };
  if (asked.clients === undefined && asked.contrats === undefined) throw new CannotStart(usage);
  const url = process.env.DATABASE_URL ?? (await runningPostgres(process.env.GUICHET_DATA ?? '.data'));
  if (!url) throw new CannotStart('Aucune base : donnez DATABASE_URL, ou lancez d’abord npm start');
  const source = await demandMigrated(await connect({ DATABASE_URL: url, GUICHET_POOL: 1 }));
  try {
    const { clients, contrats, succursales } = await seedVolume(source, asked);
    const parts = [`${clients.toLocaleString('fr')} clients`, `${contrats.toLocaleString('fr')} contrats`];
    return `Ajoutés : ${parts.join(' et ')}, répartis sur ${succursales.join(', ')}.`;
  } finally {
    await source.destroy();
  }
}

/** @throws when it is no whole number within the bounds */
function upTo(typed: string | undefined, max: number): number | undefined {
  if (typed === undefined) return undefined;
  const n = Number(typed);
  if (!Number.isInteger(n) || n < 1 || n > max) throw new CannotStart(usage);
  return n;
}

try {
  console.log(await main());
} catch (error) {
  console.error(explain(error) ?? error);
  process.exitCode = 1;
}
