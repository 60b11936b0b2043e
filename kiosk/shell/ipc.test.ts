import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Page } from './adresses.ts';
import { canaux } from './canaux.ts';
import { fakeContents } from './electron.fixture.ts';
import { fakeIpc } from './ipc.fixture.ts';
import { guetter, ouvrirIpc, type PortsIpc } from './ipc.ts';

const noter = vi.fn();
const battre = vi.fn();
const accueillir = vi.fn(async () => undefined);
const imprimante = {
  imprimer: vi.fn(async () => ({ statut: 'imprime' }) as const),
  etat: vi.fn(async () => 'prete' as const),
};
const enroler = vi.fn<PortsIpc['identite']['enroler']>();
const document = vi.fn<(chemin: string) => Promise<Uint8Array>>();
const PDF = new Uint8Array(Buffer.from('%PDF-1.7'));
const RELEVE = '/contrats/POL001/releve.pdf';

let page: Page;
let known: boolean;
let ipc: ReturnType<typeof fakeIpc>;
beforeEach(() => {
  vi.clearAllMocks();
  vi.useFakeTimers();
  [page, known] = ['accueil', true];
  document.mockResolvedValue(PDF);
  enroler.mockResolvedValue({ statut: 'enrolee', borne: { id: 1, nom: 'Hall', succursale: 'Siège' } });
  ipc = fakeIpc(fakeContents().contents, () => ({ parent: null, url: 'app://guichet/borne/' }));
  const scene = { vue: () => ({ page, relais: { document } }), parle: () => known } as unknown as PortsIpc['scene'];
  ouvrirIpc({ ipc: ipc.main, scene, imprimante, identite: { enroler }, accueillir, battre, noter });
});
afterEach(() => vi.useRealTimers());

const invoke = (channel: string, ...args: unknown[]) => ipc.renderer.invoke(channel, ...args);
const refused = (channel: string, raison: string) =>
  expect(noter).toHaveBeenCalledWith('message_refuse', { canal: channel, raison });

test('these are the channels, and there is no other', async () => {
  expect(ipc.channels()).toEqual(Object.values(canaux).toSorted());
  await expect(invoke('guichet:ouvrir')).rejects.toThrow();
});

test('a document of the client is fetched here and printed', async () => {
  expect(await invoke(canaux.imprimer, RELEVE)).toEqual({ statut: 'imprime' });
  expect(document).toHaveBeenCalledWith(RELEVE);
  expect(imprimante.imprimer).toHaveBeenCalledWith(PDF);
});

test.each([
  ['what is no PDF', () => document.mockResolvedValue(new Uint8Array(Buffer.from('<html>')))],
  ['what the server refuses', () => document.mockRejectedValue(new Error('HTTP 404 +242061234567'))],
])('%s is not printed, and the page hears no more than that', async (_, how) => {
  how();
  expect(await invoke(canaux.imprimer, RELEVE)).toEqual({ statut: 'echec', raison: 'inconnue' });
  expect(imprimante.imprimer).not.toHaveBeenCalled();
  expect(noter).toHaveBeenCalledWith('impression', expect.anything());
});

test('a client who leaves, the printer and the signs of life come through', async () => {
  expect(await invoke(canaux.imprimante)).toBe('prete');
  await invoke(canaux.terminer);
  expect(accueillir).toHaveBeenCalledOnce();
  ipc.renderer.send(canaux.battre);
  expect(battre).toHaveBeenCalledOnce();
});

describe('refused is what', () => {
  test.each([
    ['another path', ['/clients/POL001']],
    ['a path that climbs', ['/contrats/../../etc/passwd']],
    ['an address', ['https://evil.example/contrats/POL001/releve.pdf']],
    ['no text', [{ toString: RELEVE }]],
    ['nothing', []],
    ['more than one thing', [RELEVE, 'x']],
    ['too long', [`/contrats/${'x'.repeat(5000)}/releve.pdf`]],
  ])('is %s to print', async (_, args) => {
    await expect(invoke(canaux.imprimer, ...args)).rejects.toThrow('refus');
    expect(document).not.toHaveBeenCalled();
    refused(canaux.imprimer, 'forme');
  });

  test.each([canaux.imprimante, canaux.terminer])('has something with %s, which takes nothing', async (channel) => {
    await expect(invoke(channel, 'x')).rejects.toThrow('refus');
    expect(accueillir).not.toHaveBeenCalled();
  });

  test.each([canaux.imprimer, canaux.imprimante, canaux.terminer])('comes to %s from elsewhere', async (channel) => {
    known = false;
    await expect(invoke(channel, ...(channel === canaux.imprimer ? [RELEVE] : []))).rejects.toThrow('refus');
    refused(channel, 'origine');
    expect([document.mock.calls, accueillir.mock.calls]).toEqual([[], []]);
  });

  test('comes from a page that this is not for', async () => {
    await expect(invoke(canaux.enroler, 'ABCDE23456')).rejects.toThrow('refus');
    ipc.renderer.send(canaux.battreCoque);
    page = 'entretien';
    await expect(invoke(canaux.imprimer, RELEVE)).rejects.toThrow('refus');
    ipc.renderer.send(canaux.battre);
    expect([enroler.mock.calls, battre.mock.calls]).toEqual([[], []]);
  });

  test('comes too often, until a minute has passed', async () => {
    for (let i = 0; i < 12; i++) await invoke(canaux.imprimer, RELEVE);
    await expect(invoke(canaux.imprimer, RELEVE)).rejects.toThrow('refus');
    refused(canaux.imprimer, 'cadence');
    vi.advanceTimersByTime(60_000);
    await invoke(canaux.imprimer, RELEVE);
  });

  test('comes too often, for no longer where the clock was put back', async () => {
    for (let i = 0; i < 12; i++) await invoke(canaux.imprimer, RELEVE);
    vi.setSystemTime(Date.now() - 3600_000);
    vi.advanceTimersByTime(60_000);
    await invoke(canaux.imprimer, RELEVE);
  });

  test('cannot be copied', async () => {
    await expect(invoke(canaux.imprimer, () => RELEVE)).rejects.toThrow();
  });
});

describe('the enrolment', () => {
  beforeEach(() => {
    page = 'enrolement';
  });

  test('gives the terminal its place, and the page no token', async () => {
    expect(await invoke(canaux.enroler, 'ABCDE23456')).toEqual({ statut: 'enrolee' });
    expect(enroler).toHaveBeenCalledWith('ABCDE23456');
    expect(accueillir).toHaveBeenCalledOnce();
    ipc.renderer.send(canaux.battreCoque);
    expect(battre).toHaveBeenCalledOnce();
  });

  test('says what was wrong', async () => {
    enroler.mockResolvedValue({ statut: 'refus', raison: 'code', message: 'Ce code n’est pas valable.' });
    expect(await invoke(canaux.enroler, 'ABCDE23456')).toEqual({
      statut: 'refus',
      message: 'Ce code n’est pas valable.',
    });
    expect(accueillir).not.toHaveBeenCalled();
  });

  test('takes six codes a minute', async () => {
    for (let i = 0; i < 6; i++) await invoke(canaux.enroler, 'ABCDE23456');
    await expect(invoke(canaux.enroler, 'ABCDE23456')).rejects.toThrow('refus');
  });
});

test('an unknown channel is noted', () => {
  const { contents } = fakeContents();
  guetter(contents, noter);
  contents.emit('ipc-message', {}, canaux.battre);
  expect(noter).not.toHaveBeenCalled();
  contents.emit('ipc-message', {}, 'ELECTRON_BROWSER_REQUIRE');
  expect(noter).toHaveBeenCalledWith('message_refuse', { canal: 'ELECTRON_BROWSER_REQUIRE', raison: 'inconnu' });
});
