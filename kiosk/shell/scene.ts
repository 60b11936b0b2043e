import { randomUUID } from 'node:crypto';
import type { BrowserWindow, BrowserWindowConstructorOptions, Session, WebContents } from 'electron';
import { estPage, type Page, pages } from './adresses.ts';
import { effacer } from './effacement.ts';
import { type Demande, optionsFenetre } from './fenetre.ts';
import { guetter } from './ipc.ts';
import type { Noter } from './journal.ts';
import type { Relais } from './relais/relais.ts';
import { servir } from './schema/protocole.ts';
import { verrouiller, verrouillerFenetre, verrouillerSession } from './verrou.ts';

export interface PortsScene extends Pick<Demande, 'version' | 'emballe'> {
  nouvelleFenetre: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  nouvelleSession: (partition: string) => Session;
  nouveauRelais: () => Relais;
  pressePapiers: { clear(): void };
  purger: () => Promise<void>;
  /** Absolute paths of the builds. */
  dossiers: { ecrans: string; coque: string; preload: string; preloadCoque: string };
  /** Follows a window from before it loads, for its falls. */
  surveiller: (contents: WebContents, page: Page) => void;
  noter: Noter;
}

/** What is seen now. */
export interface Vue {
  page: Page;
  window: BrowserWindow;
  session: Session;
  relais: Relais;
}

/** Milliseconds until a page must be there. */
const PATIENCE = 10_000;

/**
 * The one window that is seen. Each page gets a window of its own with a session of its own, in memory alone; the one
 * before is destroyed once the new one is seen, and everything of it is wiped.
 */
export function ouvrirScene(ports: PortsScene) {
  const { noter, dossiers } = ports;
  let vue: Vue | undefined;
  let file: Promise<unknown> = Promise.resolve();
  let changements = 0;
  let effacements: Promise<unknown> = Promise.resolve();

  function dresser(page: Page): Vue {
    const { hote } = pages[page];
    const session = ports.nouvelleSession(`client-${randomUUID()}`);
    const relais = ports.nouveauRelais();
    verrouillerSession(session, hote, noter);
    session.setUserAgent(`Guichet-Borne/${ports.version}`);
    servir(session.protocol, { ...dossiers, hote, relayer: relais.relayer, noter });
    const preload = hote === 'coque' ? dossiers.preloadCoque : dossiers.preload;
    const window = ports.nouvelleFenetre(optionsFenetre({ ...ports, session, preload }));
    verrouillerFenetre(window);
    verrouiller(window.webContents, hote, noter);
    guetter(window.webContents, noter);
    if (ports.emballe) sansPointeur(window.webContents, noter);
    return { page, window, session, relais };
  }

  async function changer(page: Page): Promise<boolean> {
    const before = vue;
    // First of all: from here on nothing is done in the name of who leaves.
    before?.relais.clore();
    const after = dresser(page);
    const raison = await charger(after);
    if (raison) {
      noter('chargement_rate', { page, raison });
      quitter(after);
      return false;
    }
    vue = after;
    after.window.show();
    after.window.focus();
    ports.surveiller(after.window.webContents, page);
    noter('page', { page });
    if (before) quitter(before);
    return true;
  }

  /** The window first: a page that lives could write again while it is wiped. */
  function quitter({ window, session, relais }: Vue): void {
    relais.clore();
    if (!window.isDestroyed()) window.destroy();
    const effacement = effacer({ session, purger: ports.purger, pressePapiers: ports.pressePapiers, noter });
    effacements = Promise.all([effacements, effacement]);
  }

  return {
    /** What is seen. */
    vue: (): Vue | undefined => vue,

    /** Shows a page in a new window and wipes the one before. @returns false when the page would not come */
    montrer(page: Page): Promise<boolean> {
      changements++;
      const done = file
        .then(() => changer(page))
        .finally(() => {
          changements--;
        });
      file = done.catch(() => undefined);
      return done;
    },

    /** Whether another page is on its way. */
    change: (): boolean => changements > 0,

    /** Answers when nothing is left of those who are gone. */
    efface: async (): Promise<void> => void (await effacements),

    /** Whether a message comes from the page that is seen: its main frame, at its own address. */
    parle(contents: WebContents, frame: { parent: unknown; url: string } | null): boolean {
      if (!vue || vue.window.isDestroyed() || contents !== vue.window.webContents) return false;
      return frame !== null && frame.parent === null && estPage(pages[vue.page].hote, frame.url);
    },
  };
}

export type Scene = ReturnType<typeof ouvrirScene>;

/** A finger needs no pointer. */
function sansPointeur(contents: WebContents, noter: Noter): void {
  contents.on('dom-ready', () => {
    contents
      .insertCSS('html, html * { cursor: none !important; }')
      .catch((error: Error) => noter('chargement_rate', { raison: error.message }));
  });
}

/** Loads a page until its first picture is there. @returns why it would not come */
function charger({ page, window }: Vue): Promise<string | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve('trop lent'), PATIENCE);
    const end = (raison?: string) => {
      clearTimeout(timer);
      resolve(raison);
    };
    const { webContents } = window;
    window.once('ready-to-show', () => end());
    webContents.on('did-fail-load', (_event, code, dit, _url, main) => {
      if (main) end(`${code} ${dit}`);
    });
    webContents.once('render-process-gone', (_event, { reason }) => end(reason));
    window.loadURL(pages[page].adresse).catch((error: Error) => end(error.message));
  });
}
