import { EventEmitter } from 'node:events';
import type { App, BrowserWindow, Session, WebContents } from 'electron';
import { vi } from 'vitest';

/** An event that can be prevented, as Electron hands them out. */
export const evenement = <T extends object>(over: T = {} as T) => ({ preventDefault: vi.fn(), ...over });

/** A session that remembers what it was told: `handlers` by the name of the setter, `calls` in their order. */
export function fakeSession(calls: string[] = []) {
  const handlers: Record<string, (...args: never[]) => unknown> = {};
  const setter = (name: string) =>
    vi.fn((handler: (...args: never[]) => unknown) => {
      handlers[name] = handler;
    });
  const step = (name: string) => vi.fn(async () => void calls.push(name));
  const names = ['PermissionRequest', 'PermissionCheck', 'DevicePermission', 'DisplayMediaRequest', 'BluetoothPairing'];
  const session = Object.assign(new EventEmitter(), {
    ...Object.fromEntries(names.map((name) => [`set${name}Handler`, setter(name)])),
    setUserAgent: vi.fn(),
    setSpellCheckerEnabled: vi.fn(),
    setUSBProtectedClassesHandler: vi.fn(),
    setCertificateVerifyProc: setter('CertificateVerify'),
    webRequest: { onBeforeRequest: setter('BeforeRequest') },
    protocol: { handle: vi.fn() },
    clearStorageData: step('clearStorageData'),
    clearCache: step('clearCache'),
    clearAuthCache: step('clearAuthCache'),
    clearHostResolverCache: step('clearHostResolverCache'),
    closeAllConnections: step('closeAllConnections'),
  });
  return { session: session as unknown as Session & EventEmitter, fake: session, handlers };
}

export function fakeContents(session = fakeSession().session) {
  const mainFrame = { parent: null, url: 'app://guichet/borne/' };
  const contents = Object.assign(new EventEmitter(), {
    session,
    mainFrame,
    setWindowOpenHandler: vi.fn(),
    setVisualZoomLevelLimits: vi.fn(async () => undefined),
    setZoomFactor: vi.fn(),
    insertCSS: vi.fn(async () => 'key'),
    forcefullyCrashRenderer: vi.fn(),
    isDestroyed: vi.fn(() => false),
  });
  return { contents: contents as unknown as WebContents & EventEmitter, fake: contents };
}

/** A window that becomes ready when the test says so: `paraitre()`, or as soon as it loads with `pret`. */
export function fakeWindow(options: { session?: Session; calls?: string[]; nom?: string } = {}) {
  const { calls = [], nom = 'fenetre' } = options;
  const { contents, fake } = fakeContents(options.session as (Session & EventEmitter) | undefined);
  const window = Object.assign(new EventEmitter(), {
    webContents: contents,
    loadURL: vi.fn(async (_url: string) => undefined),
    show: vi.fn(() => void calls.push(`${nom} paraît`)),
    destroy: vi.fn(() => {
      calls.push(`${nom} détruite`);
      fake.isDestroyed.mockReturnValue(true);
    }),
    isDestroyed: () => fake.isDestroyed(),
    focus: vi.fn(),
    setKiosk: vi.fn(),
    setMenu: vi.fn(),
  });
  return {
    window: window as unknown as BrowserWindow & EventEmitter,
    fake: window,
    contents,
    paraitre: () => window.emit('ready-to-show'),
  };
}

export function fakeApp() {
  const app = Object.assign(new EventEmitter(), {
    relaunch: vi.fn(),
    exit: vi.fn(),
    quit: vi.fn(),
    isPackaged: true,
    enableSandbox: vi.fn(),
    disableHardwareAcceleration: vi.fn(),
    requestSingleInstanceLock: vi.fn(() => true),
    getVersion: vi.fn(() => '1.4.0'),
    getPath: vi.fn(() => '/nowhere'),
    whenReady: vi.fn(async () => undefined),
    commandLine: { appendSwitch: vi.fn(), hasSwitch: vi.fn(() => false) },
  });
  return { app: app as unknown as App & EventEmitter, fake: app };
}
