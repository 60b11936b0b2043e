import { readConfig } from '../server/config.ts';
import { explain } from '../server/explain.ts';
import { openProgress } from './setup/progress.mjs';
import { prepare } from './start/prepare.ts';

// `npm run migrate`: before new server processes take over from old ones.

const progress = openProgress();
try {
  const config = readConfig();
  await progress.step('Base de données', async (detail) => detail(`${await prepare(config)} migrations`));
} catch (error) {
  progress.fail(explain(error) ?? String(error));
  process.exitCode = 1;
}
