import { explain } from '../server/explain.ts';
import { buildIfStale } from './bundles/stale.ts';
import { openProgress } from './setup/progress.mjs';

// `npm run build`.

const progress = openProgress();
try {
  await buildIfStale(progress);
} catch (error) {
  progress.fail(explain(error) ?? String(error));
  process.exitCode = 1;
}
