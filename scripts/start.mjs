// @ts-check
import { fileURLToPath } from 'node:url';
import { install } from './setup/install.mjs';
import { holdFolder } from './setup/lock.mjs';
import { demandNode } from './setup/node.mjs';
import { followNpm } from './setup/parent.mjs';
import { demandFreePort } from './setup/port.mjs';
import { preload } from './setup/preload.mjs';
import { openProgress } from './setup/progress.mjs';
import { Refusal } from './setup/refusal.mjs';

// `npm start`. Nothing may be installed yet: up to `install`, this and what it imports is plain JavaScript on Node alone.

const root = fileURLToPath(new URL('..', import.meta.url));
const dev = process.env.NODE_ENV !== 'production';
const progress = openProgress();

process.chdir(root);
progress.title('Guichet');
followNpm();
try {
  demandNode();
  // Over a PostgreSQL of its own many processes may share a data folder; the one that comes with us has one master.
  if (!process.env.DATABASE_URL) await holdFolder(process.env.GUICHET_DATA ?? '.data');
  await demandFreePort(process.env.HOST ?? '127.0.0.1', Number(process.env.PORT ?? 3000));
  await install(root, progress, { dev });
  await preload(root);
  const { register } = await import('tsx/esm/api');
  register();
  const { run } = await import('./start/run.ts');
  await run(progress);
} catch (error) {
  if (!(error instanceof Refusal)) console.error(error);
  else progress.fail(error.message);
  process.exit(1);
}
