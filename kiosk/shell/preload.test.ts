import { beforeEach, expect, test, vi } from 'vitest';
import type { Pont } from '../pont.ts';
import { canaux } from './canaux.ts';

const electron = vi.hoisted(() => ({
  contextBridge: { exposeInMainWorld: vi.fn() },
  ipcRenderer: { invoke: vi.fn(async (..._: unknown[]): Promise<unknown> => undefined), send: vi.fn() },
}));
vi.mock('electron', () => electron);

const listen = vi.fn();
beforeEach(() => {
  vi.clearAllMocks();
  vi.resetModules();
  vi.stubGlobal('window', { addEventListener: listen });
});

async function load<T>(file: string): Promise<[string, T]> {
  await import(file);
  return electron.contextBridge.exposeInMainWorld.mock.calls[0] as [string, T];
}

test('the screens get exactly this', async () => {
  process.argv.push('--guichet-version=1.4.0');
  const [name, pont] = await load<Pont>('./preload.ts');
  expect(name).toBe('guichet');
  expect(pont).toMatchInlineSnapshot(`
    {
      "battre": [Function],
      "imprimante": [Function],
      "imprimer": [Function],
      "terminer": [Function],
      "version": "1.4.0",
    }
  `);
  process.argv.pop();
  await Promise.all([pont.imprimer('/contrats/POL001/releve.pdf'), pont.imprimante(), pont.terminer()]);
  pont.battre();
  expect(electron.ipcRenderer.invoke.mock.calls).toEqual([
    [canaux.imprimer, '/contrats/POL001/releve.pdf'],
    [canaux.imprimante],
    [canaux.terminer],
  ]);
  expect(electron.ipcRenderer.send.mock.calls).toEqual([[canaux.battre]]);
});

test('the shell’s pages get exactly this, and give signs of life by themselves', async () => {
  vi.useFakeTimers();
  const [name, pont] = await load<{ enroler(code: string): Promise<unknown> }>('./preload-coque.ts');
  expect([name, Object.keys(pont)]).toEqual(['coque', ['enroler']]);
  await pont.enroler('ABCDE23456');
  expect(electron.ipcRenderer.invoke).toHaveBeenCalledWith(canaux.enroler, 'ABCDE23456');
  vi.advanceTimersByTime(15_000);
  expect(electron.ipcRenderer.send.mock.calls).toEqual([
    [canaux.battreCoque],
    [canaux.battreCoque],
    [canaux.battreCoque],
  ]);
  vi.useRealTimers();
});

test('nothing is dragged, dropped or held for a menu', async () => {
  await load('./preload.ts');
  const names = listen.mock.calls.map(([name]) => name);
  expect(names).toEqual(['dragstart', 'dragover', 'drop', 'contextmenu', 'auxclick']);
  for (const [, handler] of listen.mock.calls) {
    const event = { preventDefault: vi.fn() };
    handler(event);
    expect(event.preventDefault).toHaveBeenCalledOnce();
  }
});
