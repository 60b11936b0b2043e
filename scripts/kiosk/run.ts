import path from 'node:path';
import { CannotStart, explain } from '../../server/explain.ts';
import { buildOne, ecrans } from '../bundles/stale.ts';
import type { Progress } from '../setup/progress.mjs';
import { ouvrirChromium, tenir, trouverChromium } from './chromium.ts';
import { coque } from './coque.ts';
import { type Demande, lireDemande } from './demande.ts';
import { type Electron, trouverElectron } from './electron.ts';
import { demandServer } from './sante.ts';

/** How the terminal is shown: locked in its shell, or as well as a browser can. */
export type Moyen =
  | { avec: 'electron'; binaire: string }
  | { avec: 'chromium'; binaire: string; annonce: string }
  | { avec: 'rien'; annonce: string };

/** Chooses between what there is, and says in French why it is not the shell. */
export function choisir(electron: Electron, chromium: string | undefined): Moyen {
  if ('binaire' in electron) return { avec: 'electron', binaire: electron.binaire };
  const why = `Pas de programme Electron : ${electron.raison}.`;
  if (chromium)
    return {
      avec: 'chromium',
      binaire: chromium,
      annonce: `${why} Les mêmes écrans s’ouvrent dans Chromium (${chromium}).`,
    };
  return {
    avec: 'rien',
    annonce: `${why} Et pas de Chromium à fenêtre non plus : installez-en un (apt install chromium)`,
  };
}

/** @throws {CannotStart} where a window could not open */
export function demandScreen(env: NodeJS.ProcessEnv = process.env, compte = process.getuid?.()): void {
  if (process.platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY)
    throw new CannotStart(
      'Aucun écran ici (ni DISPLAY ni WAYLAND_DISPLAY) : lancez la borne dans une session graphique',
    );
  if (compte === 0)
    throw new CannotStart(
      'La borne ne se lance pas sous root : le bac à sable de Chromium demande un compte ordinaire',
    );
}

/** `npm run kiosk`. @returns the exit code */
export async function run(progress: Progress, args: readonly string[]): Promise<number> {
  const demande = lireDemande(args);
  await demandServer(demande.serveur);
  const moyen = choisir(await trouverElectron(progress), trouverChromium());
  if (moyen.avec === 'rien') throw new CannotStart(moyen.annonce);
  if (moyen.avec === 'chromium') progress.line(moyen.annonce);
  demandScreen();
  if (moyen.avec === 'chromium') return ouvrirChromium(moyen.binaire, demande);
  await buildOne(ecrans, progress);
  await buildOne(coque, progress);
  return ouvrirElectron(moyen.binaire, demande);
}

function ouvrirElectron(binaire: string, { serveur, sens }: Demande): Promise<number> {
  const { ELECTRON_RUN_AS_NODE: _node, ...env } = process.env;
  return tenir(binaire, [path.resolve(coque.made)], {
    ...env,
    GUICHET_BORNE_SERVEUR: serveur,
    GUICHET_BORNE_SENS: sens,
  });
}

/** Says what went wrong. @returns the exit code */
export function fail(progress: Progress, error: unknown): number {
  const said = explain(error);
  if (said) progress.fail(said);
  else console.error(error);
  return 1;
}
