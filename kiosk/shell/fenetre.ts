import type { BrowserWindowConstructorOptions, Session } from 'electron';

export interface Demande {
  session: Session;
  /** The absolute path of the only script that a page gets from us. */
  preload: string;
  /** Of the shell. */
  version: string;
  /** Installed on a terminal, and not run by a developer. */
  emballe: boolean;
}

/** What stands between a page that loads and the eye. It is the screens’ own background. */
const FOND = '#f2f6f6';

export const ARGUMENT_VERSION = '--guichet-version=';

/** The one window of a terminal: the whole screen, nothing around it, and a page that can do nothing but be a page. */
export const optionsFenetre = ({ session, preload, version, emballe }: Demande): BrowserWindowConstructorOptions => ({
  show: false,
  kiosk: true,
  fullscreen: true,
  frame: false,
  autoHideMenuBar: true,
  backgroundColor: FOND,
  title: 'Guichet',
  webPreferences: {
    session,
    preload,
    additionalArguments: [`${ARGUMENT_VERSION}${version}`],
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    devTools: !emballe,
    spellcheck: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    disableDialogs: true,
    // A window that is hidden until it is ready gives signs of life all the same.
    backgroundThrottling: false,
  },
});
