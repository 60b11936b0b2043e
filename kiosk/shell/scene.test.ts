import type { BrowserWindowConstructorOptions } from 'electron';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeSession, fakeWindow } from './electron.fixture.ts';
import type { Relais } from './relais/relais.ts';
import { ouvrirScene, type Scene } from './scene.ts';

const noter = vi.fn();
const surveiller = vi.fn();
let calls: string[];
let windows: ReturnType<typeof fakeWindow>[];
let sessions: { partition: string; made: ReturnType<typeof fakeSession> }[];
let asked: BrowserWindowConstructorOptions[];
let scene: Scene;
/** What a new window does once it is asked to load. */
let loads: (made: ReturnType<typeof fakeWindow>) => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  [calls, windows, sessions, asked] = [[], [], [], []];
  loads = ({ paraitre }) => void paraitre();
  scene = ouvrirScene({
    nouvelleFenetre: (options) => {
      const made = fakeWindow({ session: options.webPreferences?.session, calls, nom: `fenetre${windows.length + 1}` });
      made.fake.loadURL.mockImplementation(async (url: string) => {
        calls.push(`charge ${url}`);
        loads(made);
        return undefined;
      });
      asked.push(options);
      windows.push(made);
      return made.window;
    },
    nouvelleSession: (partition) => {
      const made = fakeSession(calls);
      sessions.push({ partition, made });
      return made.session;
    },
    nouveauRelais: () => {
      const n = windows.length + 1;
      return { clore: () => void calls.push(`jetons${n} oubliés`) } as unknown as Relais;
    },
    pressePapiers: { clear: () => void calls.push('presse-papiers') },
    purger: async () => void calls.push('impression'),
    dossiers: { ecrans: '/e', coque: '/c', preload: '/p.cjs', preloadCoque: '/pc.cjs' },
    surveiller,
    version: '1.4.0',
    emballe: true,
    noter,
  });
});
afterEach(() => vi.useRealTimers());

test('tokens go first, the old window once the new one is seen, and then everything of it', async () => {
  await scene.montrer('accueil');
  calls.length = 0;
  expect(await scene.montrer('accueil')).toBe(true);
  await scene.efface();
  expect(calls).toEqual([
    'jetons1 oubliés',
    'charge app://guichet/borne/',
    'fenetre2 paraît',
    'jetons1 oubliés',
    'fenetre1 détruite',
    'presse-papiers',
    'impression',
    'clearStorageData',
    'clearCache',
    'clearAuthCache',
    'clearHostResolverCache',
    'closeAllConnections',
  ]);
  expect(scene.vue()?.window).toBe(windows[1]?.window);
});

test('each client has a session of their own, in memory alone', async () => {
  await scene.montrer('accueil');
  await scene.montrer('accueil');
  const names = sessions.map(({ partition }) => partition);
  expect(new Set(names).size).toBe(2);
  for (const name of names) expect(name).toMatch(/^client-[0-9a-f-]{36}$/);
  expect(names.some((name) => name.startsWith('persist:'))).toBe(false);
});

test('a window is locked before it loads anything', async () => {
  loads = ({ fake, contents, window, paraitre }) => {
    expect(contents.setWindowOpenHandler).toHaveBeenCalledOnce();
    for (const name of [
      'will-frame-navigate',
      'will-redirect',
      'will-attach-webview',
      'before-input-event',
      'context-menu',
    ])
      expect(contents.listenerCount(name), name).toBe(1);
    expect(window.listenerCount('close')).toBe(1);
    expect(fake.setMenu).toHaveBeenCalledWith(null);
    const [{ fake: session, handlers }] = sessions.map(({ made }) => made) as [ReturnType<typeof fakeSession>];
    expect(Object.keys(handlers)).toContain('PermissionRequest');
    expect(session.protocol.handle).toHaveBeenCalledWith('app', expect.any(Function));
    expect(session.setUserAgent).toHaveBeenCalledWith('Guichet-Borne/1.4.0');
    paraitre();
  };
  expect(await scene.montrer('accueil')).toBe(true);
});

test('the screens get their preload, the shell’s pages theirs', async () => {
  await scene.montrer('accueil');
  await scene.montrer('enrolement');
  expect(asked.map(({ webPreferences }) => webPreferences?.preload)).toEqual(['/p.cjs', '/pc.cjs']);
  expect(calls).toContain('charge app://coque/enrolement.html');
});

test('an installed terminal shows no pointer', async () => {
  await scene.montrer('accueil');
  const [{ contents }] = windows as [ReturnType<typeof fakeWindow>];
  contents.emit('dom-ready');
  expect(contents.insertCSS).toHaveBeenCalledWith(expect.stringContaining('cursor: none'));
});

function refuse(): never {
  throw new Error('no');
}

describe('a page that does not come', () => {
  const cases: [string, typeof loads, string][] = [
    ['fails', ({ contents }) => void contents.emit('did-fail-load', {}, -6, 'ERR_FILE', '', true), '-6 ERR_FILE'],
    ['falls', ({ contents }) => void contents.emit('render-process-gone', {}, { reason: 'oom' }), 'oom'],
    ['is refused', () => refuse(), 'no'],
    ['is too slow', () => undefined, 'trop lent'],
  ];
  test.each(cases)('because it %s leaves what was there, without its tokens', async (_, how, raison) => {
    await scene.montrer('accueil');
    loads = how;
    calls.length = 0;
    const done = scene.montrer('accueil');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await done).toBe(false);
    expect(scene.vue()?.window).toBe(windows[0]?.window);
    expect(calls[0]).toBe('jetons1 oubliés');
    expect(calls).toContain('fenetre2 détruite');
    expect(calls).not.toContain('fenetre1 détruite');
    expect(noter).toHaveBeenCalledWith('chargement_rate', { page: 'accueil', raison });
  });
});

test('one change at a time, and it is known that one is under way', async () => {
  const both = Promise.all([scene.montrer('accueil'), scene.montrer('entretien')]);
  expect(scene.change()).toBe(true);
  await both;
  expect(scene.change()).toBe(false);
  expect(calls.filter((each) => /charge|paraît/.test(each))).toEqual([
    'charge app://guichet/borne/',
    'fenetre1 paraît',
    'charge app://coque/entretien.html',
    'fenetre2 paraît',
  ]);
});

describe('who may speak to the shell', () => {
  const main = { parent: null, url: 'app://guichet/borne/' };
  const contents = (n: number) => windows[n]?.contents as ReturnType<typeof fakeWindow>['contents'];

  test('is the main frame of the window that is seen', async () => {
    await scene.montrer('accueil');
    expect(scene.parle(contents(0), main)).toBe(true);
    expect(scene.parle(contents(0), { ...main, parent: {} })).toBe(false);
    expect(scene.parle(contents(0), null)).toBe(false);
    for (const url of ['https://evil.example/', 'app://coque/attente.html', 'app://guichet/api/v1/x', 'about:blank'])
      expect(scene.parle(contents(0), { parent: null, url }), url).toBe(false);
  });

  test('is not the window of a client who has left', async () => {
    await scene.montrer('accueil');
    await scene.montrer('accueil');
    expect(scene.parle(contents(0), main)).toBe(false);
    expect(scene.parle(contents(1), main)).toBe(true);
  });
});
