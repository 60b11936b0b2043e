import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeApp, fakeSession, fakeWindow } from './electron.fixture.ts';

const electron = vi.hoisted(() => ({ current: {} as Record<string, unknown> }));
vi.mock('electron', () => ({
  get app() {
    return electron.current.app;
  },
  BrowserWindow: class {
    constructor(options: object) {
      // biome-ignore lint/correctness/noConstructorReturn: the fake stands in for the window.
      return (electron.current.window as (options: object) => object)(options);
    }
  },
  get Menu() {
    return electron.current.Menu;
  },
  get ipcMain() {
    return electron.current.ipcMain;
  },
  get protocol() {
    return electron.current.protocol;
  },
  get session() {
    return electron.current.session;
  },
  clipboard: { clear: vi.fn() },
  safeStorage: { isEncryptionAvailable: () => false },
}));

let dossier: string;
let fake: ReturnType<typeof fakeApp>['fake'];
let app: ReturnType<typeof fakeApp>['app'];
let windows: { options: object; made: ReturnType<typeof fakeWindow> }[];
let lines: string[];
const [handle, on, fromPartition, privileged, setApplicationMenu] = [vi.fn(), vi.fn(), vi.fn(), vi.fn(), vi.fn()];

beforeEach(() => {
  vi.resetModules();
  vi.clearAllMocks();
  vi.useFakeTimers();
  dossier = mkdtempSync(path.join(tmpdir(), 'coque-'));
  ({ app, fake } = fakeApp());
  fake.getPath.mockReturnValue(dossier);
  [windows, lines] = [[], []];
  fromPartition.mockImplementation(() => fakeSession().session);
  electron.current = {
    app,
    Menu: { setApplicationMenu },
    ipcMain: { handle, on },
    protocol: { registerSchemesAsPrivileged: privileged },
    session: { fromPartition },
    window: (options: object) => {
      const made = fakeWindow();
      made.fake.loadURL.mockImplementation(async () => void made.paraitre());
      windows.push({ options, made });
      return made.window;
    },
  };
  vi.stubEnv('STATE_DIRECTORY', dossier);
  vi.stubEnv('RUNTIME_DIRECTORY', dossier);
  vi.stubEnv('INVOCATION_ID', undefined);
  vi.stubEnv('NOTIFY_SOCKET', undefined);
  vi.stubEnv('GUICHET_BORNE_CONFIGURATION', path.join(dossier, 'absent.json'));
  vi.stubEnv('GUICHET_BORNE_SERVEUR', 'https://guichet.example');
  vi.spyOn(process, 'on').mockReturnThis();
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  vi.useRealTimers();
  rmSync(dossier, { recursive: true });
});

async function start() {
  await import('./main.ts');
  await vi.advanceTimersByTimeAsync(10);
}
const loaded = () => windows.map(({ made }) => made.fake.loadURL.mock.calls[0]?.[0]);
const events = () => lines.map((line) => JSON.parse(line).evenement);

test('a terminal that nobody enrolled opens its enrolment, locked', async () => {
  await start();
  expect(fake.enableSandbox).toHaveBeenCalledOnce();
  expect(setApplicationMenu).toHaveBeenCalledWith(null);
  expect(privileged.mock.calls[0]?.[0]).toMatchObject([
    { scheme: 'app', privileges: { secure: true, standard: true } },
  ]);
  expect(loaded()).toEqual(['app://coque/enrolement.html']);
  expect(windows[0]?.options).toMatchObject({ kiosk: true, webPreferences: { sandbox: true, devTools: false } });
  expect(fromPartition.mock.calls[0]).toEqual([expect.stringMatching(/^client-/), { cache: false }]);
  expect(events()).toEqual(['demarrage', 'page']);
});

test('a developer’s opens on the welcome screen', async () => {
  fake.isPackaged = false;
  await start();
  expect(loaded()).toEqual(['app://guichet/borne/']);
});

test('a second one ends at once', async () => {
  fake.requestSingleInstanceLock.mockReturnValue(false);
  await start();
  expect(fake.exit).toHaveBeenCalledWith(0);
  expect([windows.length, events()]).toEqual([0, ['seconde_instance']]);
});

test('a fall brings a new window, in a new session', async () => {
  await start();
  windows[0]?.made.contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
  await vi.advanceTimersByTimeAsync(10);
  expect(loaded()).toHaveLength(2);
  expect(fromPartition.mock.calls[0]?.[0]).not.toBe(fromPartition.mock.calls[1]?.[0]);
  expect(windows[0]?.made.fake.destroy).toHaveBeenCalled();
});

test('an error that nothing catches ends the shell, so that it is started again', async () => {
  await start();
  const caught = vi.mocked(process.on).mock.calls.filter(([name]) => /^un(caught|handled)/.test(String(name)));
  expect(caught.map(([name]) => name)).toEqual(['uncaughtException', 'unhandledRejection']);
  caught[0]?.[1](new Error('boom'));
  expect(fake.exit).toHaveBeenCalledWith(1);
  expect(events()).toContain('erreur_fatale');
});

test('a configuration that is wrong is told, and nothing opens', async () => {
  vi.stubEnv('GUICHET_BORNE_SERVEUR', 'http://guichet.example');
  await start();
  expect(fake.exit).toHaveBeenCalledWith(1);
  expect(windows).toHaveLength(0);
  expect(lines.at(-1)).toContain('https://');
});

test('an installed terminal does not start with a word that would open it', async () => {
  process.argv.push('--remote-debugging-port=9222');
  await start().finally(() => process.argv.pop());
  expect(fake.exit).toHaveBeenCalledWith(1);
  expect(fake.requestSingleInstanceLock).not.toHaveBeenCalled();
});

test('who stops the service stops all of it', async () => {
  await start();
  app.emit('before-quit', {});
  expect(fake.exit).toHaveBeenCalledWith(0);
});
