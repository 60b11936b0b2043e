// @ts-check
import { fileURLToPath } from 'node:url';
import { install } from './setup/install.mjs';
import { demandNode } from './setup/node.mjs';
import { followNpm } from './setup/parent.mjs';
import { openProgress } from './setup/progress.mjs';
import { Refusal } from './setup/refusal.mjs';

// `npm run kiosk`, and `npm run kiosk:paquet`. Nothing may be installed yet.

const root = fileURLToPath(new URL('..', import.meta.url));
const progress = openProgress();
const [first, ...rest] = process.argv.slice(2);

process.chdir(root);
progress.title('Guichet, la borne');
followNpm();
try {
  demandNode();
  await install(root, progress, { dev: true });
  const { register } = await import('tsx/esm/api');
  register();
  const { fail, run } = await import('./kiosk/run.ts');
  const { pack } = await import('./kiosk/paquet.ts');
  const work = first === '--paquet' ? pack(progress, rest) : run(progress, process.argv.slice(2));
  process.exitCode = await work.catch((error) => fail(progress, error));
} catch (error) {
  if (!(error instanceof Refusal)) console.error(error);
  else progress.fail(error.message);
  process.exitCode = 1;
}
