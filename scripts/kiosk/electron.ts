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
  const raison = await progress.step('Electron', async (detail) => {
    const failed = await chercher(fetcher, env, patience);
    detail(failed ? 'introuvable' : 'installé');
    return failed;
  });
  const binaire = electronInstalle(paquet, env);
  return binaire ? { binaire } : { raison: `${raison ?? 'son programme n’a rien installé'}${oldNode()}` };
}

const oldNode = (node = process.versions.node): string => {
  const [major = 0, minor = 0] = node.split('.').map(Number);
  const enough = major > SON_NODE[0] || (major === SON_NODE[0] && minor >= SON_NODE[1]);
  return enough ? '' : ` ; Node ${node} est plus ancien que ce que demande son programme (${SON_NODE.join('.')})`;
};

/** @returns why it failed; undefined when it did not */
function chercher(fetcher: string, env: NodeJS.ProcessEnv, patience: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const { electron_use_remote_checksums: _ours, ...trusted } = env;
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
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code, signal) => {
      if (code === 0) return resolve(undefined);
      if (signal) return resolve(`téléchargement interrompu après ${Math.round(patience / 1000)} s`);
      resolve(`téléchargement impossible (${/^.*Error.*$/m.exec(said)?.[0].trim() ?? `code ${code}`})`);
    });
  });
}
