import { existsSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { App } from 'electron';

export interface PortsGpu {
  app: Pick<App, 'relaunch' | 'exit'>;
  /** The folder that outlives us: `/var/lib/guichet-borne`. */
  dossier: string;
  argv: readonly string[];
  /** Whether systemd starts us again: what we start ourselves would end with its service. */
  service: boolean;
}

const SANS_GPU = '--disable-gpu';

/** Milliseconds: a driver is mended by an update of the system, which comes at night. */
const JOUR = 24 * 60 * 60 * 1000;

/** Remembers, for a day, that the graphics processor of this machine does more harm than good. */
export function ouvrirGpu({ app, dossier, argv, service }: PortsGpu) {
  const fichier = path.join(dossier, 'sans-gpu');
  return {
    /** Whether to do without it now. */
    sans: (): boolean =>
      argv.includes(SANS_GPU) || (existsSync(fichier) && Date.now() - statSync(fichier).mtimeMs < JOUR),

    /** Starts anew without it. */
    renoncer(): void {
      writeFileSync(fichier, '');
      if (!service) app.relaunch({ args: [...argv.slice(1).filter((each) => each !== SANS_GPU), SANS_GPU] });
      app.exit(service ? 1 : 0);
    },
  };
}
