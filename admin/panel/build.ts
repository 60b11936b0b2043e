import { spawn } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const self = fileURLToPath(import.meta.url);

/**
 * Bundles the panel's components into `build/panel`, in a process of its own: AdminJS bundles for production only
 * when it was imported in production.
 */
export function buildPanel(): Promise<void> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NODE_ENV: 'production' };
    const child = spawn(process.execPath, ['--import', 'tsx', self], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`the panel could not be bundled:\n${said}`)),
    );
  });
}

async function bundle(): Promise<void> {
  const { BUILD } = await import('./environment.ts');
  const { componentLoader } = await import('./components.ts');
  const { default: AdminJS } = await import('adminjs');
  const { componentsBundler, generateUserComponentEntry } = await import('adminjs/bundler');
  const admin = new AdminJS({ componentLoader });
  await componentsBundler.createEntry({ content: generateUserComponentEntry(admin, BUILD) });
  await componentsBundler.build();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.env.NODE_ENV === 'production') await bundle();
  else await buildPanel();
}
