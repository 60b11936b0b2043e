import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Progress } from '../setup/progress.mjs';

/** Milliseconds that Electron's fetcher may take: a hundred megabytes, or a network that leads nowhere. */
const PATIENCE = 120_000;

/** What Electron's fetcher asks for, by its own account; it may do with less. */
const SON_NODE = [22, 12] as const;

export type Electron = { binaire: string } | { raison: string };

/** Where Electron's binary is, if it has been fetched; `ELECTRON_OVERRIDE_DIST_PATH` names another folder of it. */
export function electronInstalle(paquet = 'node_modules/electron', env = process.env): string | undefined {
  const named = path.join(paquet, 'path.txt');
  const name = existsSync(named) ? readFileSync(named, 'utf8').trim() : undefined;
  const elsewhere = env.ELECTRON_OVERRIDE_DIST_PATH;
  const binaire = elsewhere ? path.join(elsewhere, name ?? 'electron') : name && path.join(paquet, 'dist', name);
  return binaire && existsSync(binaire) ? path.resolve(binaire) : undefined;
}

/** Electron's binary, fetched once if need be by Electron's own program, or why it cannot be had. */
export async function trouverElectron(
  progress: Progress,
  { paquet = 'node_modules/electron', env = process.env, patience = PATIENCE } = {},
): Promise<Electron> {
  const there = electronInstalle(paquet, env);
  if (there) return { binaire: there };
  const fetcher = path.join(paquet, 'install.js');
  if (!existsSync(fetcher)) return { raison: 'le paquet electron n’est pas installé' };
  const raison = await progress
    .step('Electron', () => chercher(fetcher, env, patience))
    .catch((error: unknown) => {
      if (error instanceof Introuvable) return error.message;
      throw error;
    });
  const binaire = electronInstalle(paquet, env);
  return binaire ? { binaire } : { raison: raison ?? `son programme n’a rien installé${oldNode()}` };
}

class Introuvable extends Error {}

const oldNode = (node = process.versions.node): string => {
  const [major = 0, minor = 0] = node.split('.').map(Number);
  const enough = major > SON_NODE[0] || (major === SON_NODE[0] && minor >= SON_NODE[1]);
  return enough ? '' : ` ; Node ${node} est plus ancien que ce que demande son programme (${SON_NODE.join('.')})`;
};

/** @throws {Introuvable} with the reason */
function chercher(fetcher: string, env: NodeJS.ProcessEnv, patience: number): Promise<undefined> {
  return new Promise((resolve, reject) => {
    const { electron_use_remote_checksums: _unchecked, ...trusted } = env;
    const child = spawn(process.execPath, [fetcher], {
      env: trusted,
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: patience,
      killSignal: 'SIGKILL',
    });
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) return resolve(undefined);
      if (signal) return reject(new Introuvable(`téléchargement interrompu après ${Math.round(patience / 1000)} s`));
      const dit = /^.*Error.*$/m.exec(said)?.[0].trim() ?? `code ${code}`;
      // What the network did has nothing to do with the age of Node.
      const cause = /fetch failed|ENOTFOUND|ECONN|ETIMEDOUT/.test(dit) ? '' : oldNode();
      reject(new Introuvable(`téléchargement impossible (${dit})${cause}`));
    });
  });
}
