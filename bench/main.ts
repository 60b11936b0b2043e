import os from 'node:os';
import { parseArgs } from 'node:util';
import { startPostgres } from '../scripts/postgres/postgres.ts';
import { bench } from './bench.ts';
import { dashboards, reportDashboards } from './dashboards.ts';
import { benchDatabase } from './database.ts';
import { exportsOver, reportExports, tooMuch } from './export.ts';
import { growth } from './growth.ts';
import { fault, plansOver, reportPlans } from './plans.ts';
import { report, reportGrowth } from './report.ts';

const usage = `npm run bench -- [--clients 100000] [--contrats 150000] [--connections 8] [--seconds 2] [--rounds 5] [--growth | --plans | --dashboards | --export]
DATABASE_URL : un serveur PostgreSQL à soi (sinon un PostgreSQL éphémère) ; une base y est créée puis détruite.`;

const { values } = parseArgs({
  options: {
    clients: { type: 'string', default: '100000' },
    contrats: { type: 'string', default: '150000' },
    connections: { type: 'string', default: '8' },
    seconds: { type: 'string', default: '2' },
    rounds: { type: 'string', default: '5' },
    growth: { type: 'boolean', default: false },
    plans: { type: 'boolean', default: false },
    dashboards: { type: 'boolean', default: false },
    export: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const SIZES = [1000, 100_000, 1_000_000];

/** A number of the command line, within bounds that the machine survives. */
function bounded(
  name: 'clients' | 'contrats' | 'connections' | 'seconds' | 'rounds',
  min: number,
  max: number,
): number {
  const value = Number(values[name]);
  if (value >= min && value <= max) return value;
  console.error(`--${name} : un nombre entre ${min} et ${max} est attendu\n${usage}`);
  process.exit(1);
}

if (values.help) {
  console.log(usage);
  process.exit(0);
}
const clients = bounded('clients', 1000, 5_000_000);
const contrats = bounded('contrats', 1000, 5_000_000);
const bounds = {
  connections: bounded('connections', 1, 64),
  seconds: bounded('seconds', 0.1, 60),
  rounds: bounded('rounds', 1, 50),
  warmup: 3,
};
const log = (line: string) => console.error(line);

const postgres = process.env.DATABASE_URL ? undefined : await startPostgres({ ephemeral: true, log });
const server = process.env.DATABASE_URL ?? postgres?.url ?? '';
try {
  if (values.plans) await explainPlans();
  else if (values.dashboards) await timeDashboards();
  else if (values.export) await writeExports();
  else await measure();
} finally {
  await postgres?.stop();
}

async function measure(): Promise<void> {
  const lines = values.growth
    ? reportGrowth(await growth(server, SIZES, { ...bounds, log }))
    : report(await bench(server, { ...bounds, clients, contrats, log }));
  const what = values.growth
    ? 'une connexion'
    : `${clients.toLocaleString('fr')} clients, ${contrats.toLocaleString('fr')} contrats, ${bounds.connections} connexions`;
  const command = ['npm run bench --', ...process.argv.slice(2)].join(' ');
  console.log(
    [
      '',
      `${command}   (${what}, ${bounds.rounds} tours de ${bounds.seconds} s,`,
      `Node ${process.versions.node}, ${os.cpus().length} × ${os.cpus()[0]?.model.trim()})`,
      '',
      ...lines,
    ].join('\n'),
  );
}

/** Every figure, cold; a machine with other work to do takes longer, and so does its floor. */
async function timeDashboards(): Promise<void> {
  const { rounds } = bounds;
  console.log(reportDashboards(await dashboards(server, { clients, contrats, rounds, log })).join('\n'));
}

/** Ends with 1 when a question of daily work reads rows of others. */
async function explainPlans(): Promise<void> {
  log(`Préparation de ${clients.toLocaleString('fr')} clients et ${contrats.toLocaleString('fr')} contrats…`);
  const database = await benchDatabase(server, clients, contrats);
  try {
    const read = await plansOver(database);
    console.log(reportPlans(read).join('\n'));
    if (read.some(fault)) process.exitCode = 1;
  } finally {
    await database.drop();
  }
}

/** Ends with 1 when a file stood on too much memory. */
async function writeExports(): Promise<void> {
  log(`Préparation de ${clients.toLocaleString('fr')} clients…`);
  const database = await benchDatabase(server, clients);
  try {
    const written = await exportsOver(database);
    console.log(reportExports(written).join('\n'));
    if (written.some(tooMuch)) process.exitCode = 1;
  } finally {
    await database.drop();
  }
}
