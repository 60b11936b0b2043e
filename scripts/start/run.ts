import { setTimeout as wait } from 'node:timers/promises';
import type { Demo } from '../../seeds/demo/index.ts';
import { readConfig } from '../../server/config.ts';
import { connect } from '../../server/connect.ts';
import { CannotStart, explain } from '../../server/explain.ts';
import type { Guichet } from '../../server/guichet.ts';
import { untilStopped } from '../../server/until-stopped.ts';
import { buildIfStale } from '../bundles/stale.ts';
import { startPostgres } from '../postgres/postgres.ts';
import type { Progress } from '../setup/progress.mjs';
import { prepare } from './prepare.ts';
import { keptSecret } from './secret.ts';
import { welcome } from './welcome.ts';

/** Milliseconds that a start which is under way may still take when the end is asked for. */
const GRACE = 5000;

/** Everything from an installed checkout to a product that answers. Ends the process when it cannot. */
export async function run(progress: Progress): Promise<void> {
  const opened = new Opened();
  const opening = open(progress, opened);
  untilStopped(async () => {
    opened.closing = true;
    progress.line();
    await Promise.race([opening.catch(() => undefined), wait(GRACE)]);
    await progress.step('Arrêt', () => opened.closeAll());
  });
  await opening.catch((error) => opened.closing || giveUp(progress, opened, error));
}

/** What has been opened, to be closed in the opposite order. */
class Opened {
  closing = false;
  #closers: (() => Promise<void>)[] = [];

  keep(close: () => Promise<void>): void {
    this.#closers.push(close);
  }

  async closeAll(): Promise<void> {
    this.closing = true;
    for (const close of this.#closers.splice(0).reverse()) await close();
  }
}

const anybody = { text: 'select id from utilisateurs limit 1', values: [], stable: false };

async function open(progress: Progress, opened: Opened): Promise<void> {
  const env = environment();
  await buildIfStale(progress);
  // Loading the application takes as long as PostgreSQL and the migrations do: both at once.
  const loading = load();
  loading.catch(() => undefined);
  const url = process.env.DATABASE_URL || (await embedded(progress, opened, env.GUICHET_DATA || '.data'));
  const config = readConfig({ ...env, DATABASE_URL: url });
  await progress.step('Base de données', async (detail) => {
    const migrations = await prepare(config);
    if (migrations > 0) detail(`${migrations} migrations`);
  });
  const { boiteDe, openGuichet, serve } = await progress.step('Application', () => loading);
  const guichet = await openGuichet(config, await connect(config));
  opened.keep(guichet.close);
  const demo = await loadDemo(progress, guichet);
  const { address, stop } = await serve(guichet);
  opened.keep(stop);
  const empty = (await guichet.database.read(anybody)).length === 0;
  const courrier = boiteDe(config) !== undefined;
  const caisses = guichet.caisses.lieu;
  if (!opened.closing) welcome(progress, { address: config.GUICHET_URL ?? address, demo, caisses, courrier, empty });
}

/** The environment, with what a development installation need not give. @throws {ConfigError} before anything long */
function environment(): NodeJS.ProcessEnv {
  const env = { ...process.env };
  if (env.NODE_ENV !== 'production') env.GUICHET_SECRET ||= keptSecret(env.GUICHET_DATA || '.data');
  readConfig({ ...env, DATABASE_URL: env.DATABASE_URL || 'postgres://embarque' });
  return env;
}

async function load() {
  const [{ boiteDe, openGuichet }, { serve }] = await Promise.all([
    import('../../server/guichet.ts'),
    import('../../server/serve.ts'),
  ]);
  return { boiteDe, openGuichet, serve };
}

async function embedded(progress: Progress, opened: Opened, dataDir: string): Promise<string> {
  const postgres = await progress.step('PostgreSQL', () => startPostgres({ dataDir, log: progress.note }));
  opened.keep(postgres.stop);
  void postgres.lost.then(() => giveUp(progress, opened, new CannotStart('PostgreSQL s’est arrêté de lui-même')));
  return postgres.url;
}

async function loadDemo(progress: Progress, guichet: Guichet): Promise<Demo | undefined> {
  if (guichet.config.NODE_ENV === 'production') return undefined;
  const { seedDemo } = await import('../../seeds/demo/index.ts');
  return progress.step('Données de démonstration', () => seedDemo(guichet));
}

async function giveUp(progress: Progress, opened: Opened, error: unknown): Promise<never> {
  const said = explain(error);
  if (said) progress.fail(said);
  else console.error(error);
  await opened.closeAll();
  process.exit(1);
}
