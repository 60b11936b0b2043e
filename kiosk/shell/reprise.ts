import type { App, WebContents } from 'electron';
import type { Page } from './adresses.ts';
import type { Noter } from './journal.ts';

export interface PortsReprise {
  scene: {
    montrer(page: Page): Promise<boolean>;
    change(): boolean;
    vue(): { page: Page; window: { webContents: WebContents } } | undefined;
  };
  app: Pick<App, 'on' | 'exit'>;
  /** Where a client begins: the welcome screen, or the enrolment where nobody has enrolled the terminal. */
  debut: () => 'accueil' | 'enrolement';
  /** Starts anew without the graphics processor. */
  sansGpu: () => void;
  noter: Noter;
}

const SECONDE = 1000;
const MINUTE = 60 * SECONDE;

const delais = {
  fige: 15 * SECONDE,
  battement: 20 * SECONDE,
  /** A process that was ended is gone within this, or taken for gone. */
  fin: 5 * SECONDE,
  attenteMax: MINUTE,
  entretien: 5 * MINUTE,
} as const;

/** So many falls within so long are too many. */
const trop = {
  pannes: { nombre: 5, pendant: 10 * MINUTE },
  gpu: { nombre: 3, pendant: 5 * MINUTE },
} as const;

/** Brings the terminal back by itself: from a fall, from a standstill, from a page that would not load. */
export function ouvrirReprise({ scene, app, debut, sansGpu, noter }: PortsReprise) {
  const pannes = compteur(trop.pannes);
  const pannesGpu = compteur(trop.gpu);
  const tombees = new WeakSet<WebContents>();
  let echecs = 0;
  // By a clock that only goes on: the terminal’s own is set when the network comes, by hours.
  let battu = performance.now();
  let suite: NodeJS.Timeout | undefined;

  /** Shows where a client begins; while that does not load, a page that says so, and tries again. */
  async function accueillir(): Promise<void> {
    clearTimeout(suite);
    if (await scene.montrer(debut())) {
      echecs = 0;
      return;
    }
    await replier('attente', Math.min(SECONDE * 2 ** echecs++, delais.attenteMax));
  }

  async function replier(page: 'attente' | 'entretien', delai: number): Promise<void> {
    clearTimeout(suite);
    const shown = scene.vue();
    const already = shown?.page === page && !tombees.has(shown.window.webContents);
    if (!already && !(await scene.montrer(page))) fatale('aucune page ne se charge');
    suite = setTimeout(() => accueillir().catch(fatale), delai);
  }

  function panne(contents: WebContents): void {
    if (tombees.has(contents)) return;
    tombees.add(contents);
    const shown = scene.vue();
    // What is on its way out falls for nobody.
    if (scene.change() || shown?.window.webContents !== contents) return;
    if (shown.page === 'attente' || shown.page === 'entretien') fatale(`${shown.page} est tombée`);
    else if (!pannes.compter()) accueillir().catch(fatale);
    else {
      noter('boucle_de_pannes');
      replier('entretien', delais.entretien).catch(fatale);
    }
  }

  function tuer(contents: WebContents): void {
    if (!contents.isDestroyed()) contents.forcefullyCrashRenderer();
    setTimeout(() => panne(contents), delais.fin);
  }

  /** What cannot be mended from within is mended from outside: the service starts us again. */
  function fatale(error: unknown): void {
    noter('erreur_fatale', { raison: error instanceof Error ? error.message : String(error) });
    app.exit(1);
  }

  setInterval(() => {
    const shown = scene.vue();
    if (!shown || scene.change() || performance.now() - battu <= delais.battement) return;
    if (tombees.has(shown.window.webContents)) return;
    noter('battement_perdu', { page: shown.page });
    battu = performance.now();
    tuer(shown.window.webContents);
  }, SECONDE).unref();

  app.on('child-process-gone', (_event, { type, reason }) => {
    if (reason === 'clean-exit') return;
    noter('processus_perdu', { type, raison: reason });
    if (type !== 'GPU' || !pannesGpu.compter()) return;
    noter('sans_gpu');
    sansGpu();
  });

  return {
    accueillir,
    fatale,

    /** Follows a window that is seen from now on. */
    surveiller(contents: WebContents): void {
      battu = performance.now();
      let fige: NodeJS.Timeout | undefined;
      contents.on('unresponsive', () => {
        clearTimeout(fige);
        fige = setTimeout(() => {
          noter('rendu_fige');
          tuer(contents);
        }, delais.fige);
      });
      contents.on('responsive', () => clearTimeout(fige));
      contents.once('destroyed', () => clearTimeout(fige));
      contents.on('render-process-gone', (_event, { reason, exitCode }) => {
        clearTimeout(fige);
        noter('rendu_perdu', { raison: reason, code: exitCode });
        panne(contents);
      });
      contents.on('did-fail-load', (_event, code, dit, _url, main) => {
        if (!main || code === ABANDON || scene.change()) return;
        noter('chargement_rate', { raison: `${code} ${dit}` });
        panne(contents);
      });
    },

    battre(): void {
      battu = performance.now();
    },
  };
}

/** A load that was given up for another (net::ERR_ABORTED): a refused navigation ends like this. */
const ABANDON = -3;

/** Counts within a span that moves on. */
function compteur({ nombre, pendant }: { nombre: number; pendant: number }) {
  let instants: number[] = [];
  return {
    /** @returns whether it is too many */
    compter(): boolean {
      const now = performance.now();
      instants = [...instants.filter((each) => now - each < pendant), now];
      return instants.length >= nombre;
    },
  };
}

export type Reprise = ReturnType<typeof ouvrirReprise>;
