import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Page } from './adresses.ts';
import { fakeApp, fakeContents } from './electron.fixture.ts';
import { ouvrirReprise, type Reprise } from './reprise.ts';

const noter = vi.fn();
const sansGpu = vi.fn();
const montrer = vi.fn<(page: Page) => Promise<boolean>>();
let app: ReturnType<typeof fakeApp>;
let reprise: Reprise;
let seen: { page: Page; window: { webContents: ReturnType<typeof fakeContents>['contents'] } } | undefined;
let fake: ReturnType<typeof fakeContents>['fake'];
let changing: boolean;
let debut: 'accueil' | 'enrolement';

beforeEach(async () => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  [changing, debut, app] = [false, 'accueil', fakeApp()];
  montrer.mockImplementation(async (page) => {
    const made = fakeContents();
    fake = made.fake;
    seen = { page, window: { webContents: made.contents } };
    reprise.surveiller(made.contents);
    return true;
  });
  const scene = { montrer, change: () => changing, vue: () => seen };
  reprise = ouvrirReprise({ scene, app: app.app, debut: () => debut, sansGpu, noter });
  await reprise.accueillir();
});
afterEach(() => vi.useRealTimers());

const pages = () => montrer.mock.calls.map(([page]) => page);
const settle = () => vi.advanceTimersByTimeAsync(0);
async function fall(reason = 'crashed') {
  seen?.window.webContents.emit('render-process-gone', {}, { reason, exitCode: 1 });
  await settle();
}
const fail = (page: Page) => montrer.mockImplementation(async (asked) => asked !== page && appear(asked));
function appear(page: Page) {
  const { contents } = fakeContents();
  seen = { page, window: { webContents: contents } };
  reprise.surveiller(contents);
  return true;
}
async function live(milliseconds: number) {
  for (let left = milliseconds; left > 0; left -= 5000) {
    reprise.battre();
    await vi.advanceTimersByTimeAsync(Math.min(left, 5000));
  }
}

describe('a fall', () => {
  test.each([
    'crashed',
    'oom',
    'killed',
    'abnormal-exit',
    'launch-failed',
    'memory-eviction',
    'integrity-failure',
    'clean-exit',
  ])('by %s brings the welcome screen back at once', async (reason) => {
    await fall(reason);
    expect(pages()).toEqual(['accueil', 'accueil']);
    expect(noter).toHaveBeenCalledWith('rendu_perdu', { raison: reason, code: 1 });
  });

  test('of a window that is leaving brings nothing', async () => {
    changing = true;
    await fall();
    expect(pages()).toEqual(['accueil']);
  });

  test('of a terminal that nobody enrolled brings the enrolment', async () => {
    debut = 'enrolement';
    await fall();
    expect(pages().at(-1)).toBe('enrolement');
  });

  test('five times in ten minutes is a loop: maintenance, and a new try every five minutes', async () => {
    for (let i = 0; i < 5; i++) await fall();
    expect(pages()).toEqual(['accueil', 'accueil', 'accueil', 'accueil', 'accueil', 'entretien']);
    expect(noter).toHaveBeenCalledWith('boucle_de_pannes');
    await live(299_000);
    expect(pages()).toHaveLength(6);
    await live(1000);
    expect(pages().at(-1)).toBe('accueil');
    await fall();
    expect(pages().at(-1)).toBe('entretien');
  });

  test('five times in an hour is none', async () => {
    for (let i = 0; i < 5; i++) {
      await fall();
      await live(12 * 60_000);
    }
    expect(pages()).not.toContain('entretien');
  });

  test('of a page of the shell itself is left to the service', async () => {
    for (let i = 0; i < 6; i++) await fall();
    expect(app.fake.exit).toHaveBeenCalledWith(1);
  });
});

describe('a standstill', () => {
  test('of fifteen seconds is ended, and begun anew', async () => {
    const contents = seen?.window.webContents;
    contents?.emit('unresponsive');
    await live(14_000);
    expect(fake.forcefullyCrashRenderer).not.toHaveBeenCalled();
    await live(1000);
    expect(fake.forcefullyCrashRenderer).toHaveBeenCalledOnce();
    await fall('killed');
    expect(pages()).toEqual(['accueil', 'accueil']);
    await live(20_000);
    expect(pages()).toHaveLength(2);
  });

  test('that passes is nothing', async () => {
    seen?.window.webContents.emit('unresponsive');
    await live(10_000);
    seen?.window.webContents.emit('responsive');
    await live(30_000);
    expect(fake.forcefullyCrashRenderer).not.toHaveBeenCalled();
  });

  test('that even an end does not end counts as a fall', async () => {
    seen?.window.webContents.emit('unresponsive');
    await live(21_000);
    expect(pages()).toEqual(['accueil', 'accueil']);
  });
});

describe('signs of life', () => {
  test('that stop for twenty seconds bring a new window', async () => {
    await live(60_000);
    expect(fake.forcefullyCrashRenderer).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(16_000);
    expect(fake.forcefullyCrashRenderer).toHaveBeenCalledOnce();
    expect(noter).toHaveBeenCalledWith('battement_perdu', { page: 'accueil' });
    await fall('killed');
    expect(pages()).toEqual(['accueil', 'accueil']);
  });

  test('are counted by a clock that nobody sets', async () => {
    vi.setSystemTime(Date.now() + 3600_000);
    await live(10_000);
    expect(fake.forcefullyCrashRenderer).not.toHaveBeenCalled();
    vi.setSystemTime(Date.now() - 7200_000);
    await vi.advanceTimersByTimeAsync(16_000);
    expect(fake.forcefullyCrashRenderer).toHaveBeenCalledOnce();
  });
});

describe('a page that does not load', () => {
  test('is waited for with a pause that doubles up to a minute, and then is there', async () => {
    fail('accueil');
    await fall();
    expect(seen?.page).toBe('attente');
    const tries: number[] = [];
    let before = Date.now();
    for (let i = 0; i < 8; i++) {
      const count = pages().filter((page) => page === 'accueil').length;
      while (pages().filter((page) => page === 'accueil').length === count) await live(1000);
      tries.push((Date.now() - before) / 1000);
      before = Date.now();
    }
    expect(tries).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    expect(pages().filter((page) => page === 'attente')).toHaveLength(1);
    montrer.mockImplementation(async (page) => appear(page));
    await live(60_000);
    expect(seen?.page).toBe('accueil');
    fail('accueil');
    await fall();
    const count = pages().length;
    await live(1000);
    expect(pages().length, 'the pause begins again at one second').toBeGreaterThan(count);
  });

  test('while it is seen counts as a fall, but for a navigation that was refused', async () => {
    seen?.window.webContents.emit('did-fail-load', {}, -3, 'ERR_ABORTED', '', true);
    seen?.window.webContents.emit('did-fail-load', {}, -6, 'ERR_FILE_NOT_FOUND', '', false);
    await settle();
    expect(pages()).toEqual(['accueil']);
    seen?.window.webContents.emit('did-fail-load', {}, -6, 'ERR_FILE_NOT_FOUND', '', true);
    await settle();
    expect(pages()).toEqual(['accueil', 'accueil']);
  });

  test('and neither does the page that would say so: the service starts us again', async () => {
    montrer.mockResolvedValue(false);
    await fall();
    expect(app.fake.exit).toHaveBeenCalledWith(1);
  });
});

describe('the graphics processor', () => {
  const lose = (type = 'GPU', reason = 'crashed') => app.app.emit('child-process-gone', {}, { type, reason });

  test('is done without after three losses in five minutes', () => {
    lose();
    lose();
    expect(sansGpu).not.toHaveBeenCalled();
    lose();
    expect(sansGpu).toHaveBeenCalledOnce();
  });

  test('may be lost now and then, and other processes too', async () => {
    for (let i = 0; i < 4; i++) {
      lose();
      await live(3 * 60_000);
    }
    for (let i = 0; i < 5; i++) lose('Utility');
    for (let i = 0; i < 5; i++) lose('GPU', 'clean-exit');
    expect(sansGpu).not.toHaveBeenCalled();
  });
});
