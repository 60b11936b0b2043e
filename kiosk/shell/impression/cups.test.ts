import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { cups, lireFile } from './cups.ts';

test('the state of one queue is read out of all that lpstat says', () => {
  const texte = `printer Autre is idle.  enabled since Sat Nov 21 09:00:00 2026
\tAlerts: none
printer Borne disabled since Sat Nov 21 09:00:00 2026 -
\tUnplugged or turned off
\tDescription: Alerts: cover-open
\tAlerts: offline-report media-low-warning
\tLocation: Hall
printer Suite now printing Suite-3.  enabled since Sat Nov 21 09:00:00 2026
\tAlerts: media-jam-error
`;
  expect(lireFile('Borne', texte)).toMatchObject({
    etat: 'arretee',
    alertes: ['offline-report', 'media-low-warning'],
    dit: expect.stringContaining('Unplugged'),
  });
  expect(lireFile('Suite', texte)).toMatchObject({ etat: 'imprime', alertes: ['media-jam-error'] });
  expect(lireFile('Born', texte)).toEqual({ etat: 'absente' });
});

const asked = spawnSync('lpstat', ['-r'], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' }, timeout: 10_000 });
const runs = /^scheduler is running/m.test(asked.stdout ?? '');
const why = runs ? '' : ` (skipped: ${asked.error ? 'lpstat is not installed' : 'its scheduler is not running'})`;

describe.skipIf(!runs)(`the CUPS of this machine${why}`, () => {
  const file = cups('Guichet-nulle-part', { chemin: process.env.PATH ?? '', patience: 10_000 });

  test('knows no queue of this name, and takes no document for it', async () => {
    expect(await file.file()).toEqual({ etat: 'absente' });
    expect(await file.deposer('/dev/null')).toMatchObject({ refus: 'refusee' });
    expect(await file.surUsb()).toBe(false);
  });
});
