// @ts-check
import { fileURLToPath } from 'node:url';
import { runCheck } from './setup/check.mjs';
import { install } from './setup/install.mjs';
import { demandNode } from './setup/node.mjs';
import { followNpm } from './setup/parent.mjs';
import { openProgress } from './setup/progress.mjs';
import { Refusal } from './setup/refusal.mjs';
import { runTests } from './setup/vitest.mjs';

// `npm test`: everything that the CI does. Arguments go to vitest: `npm test -- server/core`.

const root = fileURLToPath(new URL('..', import.meta.url));
const progress = openProgress();

/** @type {[string, string[]][]} */
const checks = [
  ['Types', ['tsc']],
  ['Style', ['biome', 'check', '--error-on-warnings', '--max-diagnostics=50']],
  ['Code inutilisé', ['knip']],
  ['Panneau et écrans', ['tsx', 'scripts/build.ts']],
];

process.chdir(root);
progress.title('Guichet, vérifications');
followNpm();
try {
  demandNode();
  await install(root, progress, { dev: true });
  const results = [];
  for (const [label, command] of checks) results.push(await runCheck(label, command, progress));
  const checked = results.filter(Boolean).length;
  const tests = await runTests(process.argv.slice(2));
  const passed = tests.passed + checked;
  const failed = tests.failed + results.length - checked;
  console.log(`\n${passed} passed, ${failed} failed${tests.skipped > 0 ? `, ${tests.skipped} skipped` : ''}`);
  process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
  progress.fail(error instanceof Refusal ? error.message : String(/** @type {Error} */ (error).stack));
  process.exitCode = 1;
}
