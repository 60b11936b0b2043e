import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { makeIcons } from './icons.ts';

const BUILT = path.resolve(import.meta.dirname, '../build/kiosk');

/**
 * Bundles the screens of the borne and of the phone into `build/kiosk`, then what keeps them on a phone. They take the
 * place of the former ones whole: whoever reads meanwhile finds the one or the other.
 */
export async function buildKiosk(): Promise<void> {
  const made = `${BUILT}.${process.pid}`;
  try {
    await build({ configFile: 'kiosk/vite.config.ts', logLevel: 'error', build: { outDir: made, emptyOutDir: true } });
    await makeIcons(made);
    await buildWorker(made);
    rmSync(BUILT, { recursive: true, force: true });
    renameSync(made, BUILT);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

/** The service worker knows the files of the shell by name: it is another one as soon as one of these is. */
async function buildWorker(folder: string): Promise<void> {
  const assets = readdirSync(path.join(folder, 'assets')).toSorted();
  const shell = ['espace.html', ...assets.map((file) => `assets/${file}`), 'icone.svg'];
  const version = createHash('sha256');
  for (const file of shell) version.update(file).update(readFileSync(path.join(folder, file)));
  const files = ['/espace/', ...shell.slice(1).map((file) => `/borne/${file}`)];
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    define: {
      SHELL: JSON.stringify({ version: version.digest('hex').slice(0, 16), files }),
      'process.env.NODE_ENV': JSON.stringify('production'),
    },
    build: {
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: {
        input: path.resolve(import.meta.dirname, 'app/sw/main.ts'),
        output: { format: 'iife', entryFileNames: 'sw.js' },
      },
    },
  });
}
