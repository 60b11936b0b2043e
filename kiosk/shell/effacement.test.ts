import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type AEffacer, effacer } from './effacement.ts';
import { fakeSession } from './electron.fixture.ts';

let calls: string[];
let it: AEffacer;
let session: ReturnType<typeof fakeSession>['fake'];
const noter = vi.fn();
beforeEach(() => {
  noter.mockClear();
  calls = [];
  const made = fakeSession(calls);
  session = made.fake;
  it = {
    session: made.session,
    purger: async () => void calls.push('purger'),
    pressePapiers: { clear: () => void calls.push('presse-papiers') },
    noter,
  };
});
afterEach(() => vi.useRealTimers());

const all = [
  'presse-papiers',
  'purger',
  'clearStorageData',
  'clearCache',
  'clearAuthCache',
  'clearHostResolverCache',
  'closeAllConnections',
];

test('everything that could remember a client is emptied', async () => {
  expect(await effacer(it)).toEqual([]);
  expect(calls).toEqual(all);
});

test.each([
  ['clearStorageData', 'stockage'],
  ['clearCache', 'cache'],
  ['clearAuthCache', 'mots_de_passe'],
  ['clearHostResolverCache', 'noms'],
  ['closeAllConnections', 'connexions'],
] as const)('%s may fail: the others are carried out, and it is told', async (name, etape) => {
  session[name].mockRejectedValueOnce(new Error('disk'));
  expect(await effacer(it)).toEqual([etape]);
  expect(calls).toEqual(all.filter((each) => each !== name));
  expect(noter.mock.calls).toEqual([['effacement_incomplet', { etape, raison: 'disk' }]]);
});

test('a clipboard and a printer may fail too, at once and later', async () => {
  it.pressePapiers.clear = () => {
    throw new Error('no display');
  };
  it.purger = () => Promise.reject(new Error('no cups'));
  expect(await effacer(it)).toEqual(['presse_papiers', 'impression']);
});

test('a step that hangs is left behind', async () => {
  vi.useFakeTimers();
  session.clearCache.mockImplementationOnce(() => new Promise(() => {}));
  const done = effacer(it);
  await vi.advanceTimersByTimeAsync(15_000);
  expect(await done).toEqual(['cache']);
  expect(calls).toContain('closeAllConnections');
});
