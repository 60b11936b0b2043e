import { spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Demande } from './demande.ts';

/** The first that is there. Debian’s own comes first: it is mended with the rest of the system. */
const noms = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** A Chromium that can show a window; undefined where none is installed. @param chemin a PATH */
export function trouverChromium(chemin = process.env.PATH ?? ''): string | undefined {
  const folders = chemin.split(path.delimiter).filter(Boolean);
  return noms.flatMap((nom) => folders.map((folder) => path.join(folder, nom))).find(executable);
}

function executable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** How Chromium becomes a terminal: one page, nothing kept, no gesture that leaves it. */
const optionsChromium = ({ serveur, sens }: Demande, profil: string): string[] => [
  '--kiosk',
  `--app=${serveur}/borne/`,
  '--incognito',
  `--user-data-dir=${profil}`,
  `--window-size=${sens === 'paysage' ? '1920,1080' : '1080,1920'}`,
  '--noerrdialogs',
  '--disable-pinch',
  '--overscroll-history-navigation=0',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-translate',
  '--disable-session-crashed-bubble',
  '--password-store=basic',
  '--lang=fr',
];

/** Shows the screens until the window is closed. Its profile is gone afterwards. @returns the exit code */
export async function ouvrirChromium(binaire: string, demande: Demande): Promise<number> {
  const profil = mkdtempSync(path.join(tmpdir(), 'guichet-borne-'));
  try {
    return await tenir(binaire, optionsChromium(demande, profil));
  } finally {
    rmSync(profil, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Runs a program with a window until it ends, or until we are asked to. @returns its exit code */
export function tenir(binaire: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const child = spawn(binaire, args, { stdio: 'inherit', env });
  const forward = (signal: NodeJS.Signals) => void child.kill(signal);
  process.on('SIGINT', forward).on('SIGTERM', forward);
  return new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
  }).finally(() => process.off('SIGINT', forward).off('SIGTERM', forward));
}
