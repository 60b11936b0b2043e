import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { dits, openCups } from './cups.fixture.ts';
import { ouvrirImprimante } from './imprimante.ts';

const pdf = Buffer.from('%PDF-1.7 relevé de KONGO');
const { arretee, imprime, libre, travail } = dits;

let cups: ReturnType<typeof openCups>;
beforeEach(() => {
  cups = openCups();
});
afterEach(() => cups.close());

const commands = () => cups.appels().map(([name]) => name);
const canceled = () => cups.appels().filter(([name]) => name === 'cancel');

/** Answers once the queue has been looked at since. */
async function looked() {
  const before = cups.appels().length;
  await vi.waitFor(() => expect(cups.appels().length).toBeGreaterThan(before + 2));
}

describe('a sheet that comes out', () => {
  test('is followed until it has left the queue', async () => {
    let done = false;
    const printing = cups.imprimante.imprimer(pdf).finally(() => {
      done = true;
    });
    await looked();
    expect(done).toBe(false);
    cups.poser({ travaux: '', file: libre(), finis: travail(7, 'job-completed-successfully') });
    expect(await printing).toEqual({ statut: 'imprime' });
    expect(canceled()).toEqual([]);
  });

  test('is handed over word by word, as a file that nobody else can read and that is gone afterwards', async () => {
    cups.poser({ travaux: '', file: libre() });
    await cups.imprimante.imprimer(pdf);
    const [lp] = cups.appels();
    expect(lp?.slice(0, -1)).toEqual(['lp', '-d', 'Borne-A4', '-o', 'media=A4', '-o', 'fit-to-page', '--']);
    expect(lp?.at(-1)).toMatch(/\/run\/guichet-impression\/[0-9a-f-]{36}\.pdf$/);
    expect(cups.lire('document')).toBe(pdf.toString());
    expect(cups.lire('modes')).toBe('600\n700\n');
    expect(existsSync(lp?.at(-1) ?? '')).toBe(false);
    expect(cups.feuilles()).toEqual([]);
  });

  test('that CUPS gave up is not said to be printed', async () => {
    cups.poser({ travaux: '', file: libre(), finis: travail(7, 'aborted-by-system') });
    expect(await cups.imprimante.imprimer(pdf)).toEqual({ statut: 'echec', raison: 'inconnue' });
  });

  test('in spite of a warning: one tray of two is empty', async () => {
    cups.poser({ file: imprime('media-empty-warning', 'Printing page 1, 50%') });
    const printing = cups.imprimante.imprimer(pdf);
    await looked();
    cups.poser({ travaux: '', file: libre() });
    expect(await printing).toEqual({ statut: 'imprime' });
  });
});

describe('a sheet that does not', () => {
  test.each([
    ['the tray is empty', 'papier', imprime('media-empty-error'), true],
    ['it asks for paper', 'papier', imprime('media-needed'), true],
    ['it has stopped without paper', 'papier', arretee('media-empty-warning', 'Out of paper!'), true],
    ['nothing moves after a warning of the tray', 'papier', imprime('media-empty-warning'), true],
    ['paper is jammed', 'bloquee', imprime('media-jam-error'), true],
    ['its cover is open', 'bloquee', imprime('cover-open-error toner-low-warning'), true],
    ['the queue is stopped', 'bloquee', arretee('paused'), true],
    ['nothing moves', 'bloquee', imprime('none', 'Waiting'), true],
    ['it does not answer', 'hors_ligne', imprime('offline-report'), true],
    ['it neither answers nor hangs on the bus', 'absente', imprime('offline-report'), false],
    ['neither CUPS nor the bus know it', 'absente', '', false],
    ['the bus has a printer that CUPS does not know', 'inconnue', '', true],
  ])('because %s: %s, its job and document gone', async (_what, raison, file, usb) => {
    cups.close();
    cups = openCups({ usb: async () => usb });
    cups.poser({ file });
    expect(await cups.imprimante.imprimer(pdf)).toEqual({ statut: 'echec', raison });
    expect(canceled()[0]).toEqual(['cancel', '-x', 'Borne-A4-7']);
    expect(cups.lire('travaux')).toBe('');
    expect(cups.feuilles()).toEqual([]);
  });

  test('when the printer is unplugged in the middle', async () => {
    const printing = cups.imprimante.imprimer(pdf);
    await looked();
    cups.poser({ file: imprime('offline-report', 'Waiting for printer to become available.') });
    expect(await printing).toEqual({ statut: 'echec', raison: 'absente' });
    expect(cups.lire('travaux')).toBe('');
  });

  test('is out of reach, not absent, when its queue leads over the network', async () => {
    cups.poser({ file: imprime('offline-report'), uri: 'device for Borne-A4: ipp://imprimante.local/ipp/print\n' });
    expect(await cups.imprimante.imprimer(pdf)).toEqual({ statut: 'echec', raison: 'hors_ligne' });
  });

  test('because CUPS is not installed', async () => {
    for (const program of ['lp', 'lpstat', 'cancel']) cups.oter(program);
    expect(await cups.imprimante.imprimer(pdf)).toEqual({ statut: 'echec', raison: 'absente' });
    expect(await cups.imprimante.etat()).toBe('absente');
    expect(cups.feuilles()).toEqual([]);
  });

  test.each([
    ['lp never answers', 'exec /bin/sleep 20', 'bloquee'],
    ['lp says what nobody understands', 'echo "request id is ../../etc-7"', 'inconnue'],
    ['lp names another queue', 'echo "request id is Autre-7 (1 file(s))"', 'inconnue'],
    ['lp refuses', 'echo "lp: The printer or class does not exist." >&2; exit 1', 'inconnue'],
  ])('because %s, and nothing stays in the queue', async (_what, jeu, raison) => {
    cups.poser({ 'lp.jeu': jeu });
    expect(await cups.imprimante.imprimer(pdf)).toEqual({ statut: 'echec', raison });
    expect(canceled()).toEqual([['cancel', '-x', 'Borne-A4-7']]);
    expect(cups.feuilles()).toEqual([]);
  });

  test('because lpstat hangs: no news is neither printed nor gone', async () => {
    cups.poser({ 'lpstat.jeu': 'exec /bin/sleep 20' });
    expect(await cups.imprimante.imprimer(pdf)).toEqual({ statut: 'echec', raison: 'bloquee' });
    expect(canceled()).toEqual([['cancel', '-x', 'Borne-A4-7']]);
  });

  test('although something moves all the time', async () => {
    cups.close();
    cups = openCups({ delais: { regard: 10, tenue: 60, immobile: 400, total: 500, patience: 300 } });
    const moving = setInterval(() => cups.poser({ file: imprime('none', `Page ${performance.now()}`) }), 50);
    expect(await cups.imprimante.imprimer(pdf)).toEqual({ statut: 'echec', raison: 'bloquee' });
    clearInterval(moving);
  });
});

describe('two taps', () => {
  test('on the same document are one job', async () => {
    const both = [cups.imprimante.imprimer(pdf), cups.imprimante.imprimer(Buffer.from(pdf))];
    await looked();
    cups.poser({ travaux: '', file: libre() });
    expect(await Promise.all(both)).toEqual([{ statut: 'imprime' }, { statut: 'imprime' }]);
    expect(commands().filter((name) => name === 'lp')).toHaveLength(1);
    await cups.imprimante.imprimer(pdf);
    expect(commands().filter((name) => name === 'lp')).toHaveLength(2);
  });

  test('on two documents: the second has to wait for the first', async () => {
    const first = cups.imprimante.imprimer(pdf);
    expect(await cups.imprimante.imprimer(Buffer.from('%PDF-1.7 autre'))).toEqual({
      statut: 'echec',
      raison: 'bloquee',
    });
    cups.poser({ travaux: '', file: libre() });
    expect(await first).toEqual({ statut: 'imprime' });
  });
});

test('what is no PDF never reaches the printer', async () => {
  expect(await cups.imprimante.imprimer(Buffer.from('#!/bin/sh'))).toEqual({ statut: 'echec', raison: 'inconnue' });
  expect(cups.appels()).toEqual([]);
});

test('a purge ends each job of the queue by its number', async () => {
  cups.poser({ travaux: travail(7) + travail(8), 'cancel.jeu': '' });
  await cups.imprimante.purger();
  expect(canceled()).toEqual([
    ['cancel', '-x', 'Borne-A4-7'],
    ['cancel', '-x', 'Borne-A4-8'],
  ]);
});

test('a client who leaves while a sheet is handed over takes it along', async () => {
  cups.poser({ travaux: '', 'lp.jeu': `/bin/sleep 0.15\necho 'request id is Borne-A4-7 (1 file(s))'` });
  const printing = cups.imprimante.imprimer(pdf);
  await vi.waitFor(() => expect(commands()).toContain('lp'));
  await cups.imprimante.purger();
  cups.poser({ travaux: travail(7) });
  expect(await printing).toEqual({ statut: 'echec', raison: 'inconnue' });
  expect(canceled()).toEqual([['cancel', '-x', 'Borne-A4-7']]);
});

test('a job that cannot be ended is noted', async () => {
  cups.poser({ 'cancel.jeu': 'exit 1' });
  await cups.imprimante.purger();
  expect(cups.notes).toEqual(['impression: le travail 7 ne se laisse pas annuler']);
});

test('what could be an option, a path or a command is no name of a printer', () => {
  const ports = { execution: '/nonexistent', noter: () => undefined };
  for (const nom of ['-d', 'Borne A4', 'Borne;rm', '../Borne', '$(id)', 'Borne\n', ''])
    expect(() => ouvrirImprimante({ nom, ...ports }), nom).toThrow('no name of a printer');
});

test('a terminal without a printer says so', async () => {
  const aucune = ouvrirImprimante({ nom: undefined, execution: '/nonexistent', noter: () => undefined });
  expect(await aucune.imprimer(pdf)).toEqual({ statut: 'echec', raison: 'absente' });
  expect(await aucune.etat()).toBe('absente');
});
