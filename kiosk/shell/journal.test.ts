import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Evenement, evenements, masquer, type Noter, ouvrirJournal } from './journal.ts';

let lines: Record<string, unknown>[];
let noter: Noter;
beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-21T08:00:00Z') });
  lines = [];
  noter = ouvrirJournal({ ecrire: (line) => void lines.push(JSON.parse(line)) });
});
afterEach(() => vi.useRealTimers());

test('each line says when, what and how grave', () => {
  noter('rendu_perdu', { raison: 'oom', code: 9 });
  expect(lines).toEqual([
    { instant: '2026-11-21T08:00:00.000Z', evenement: 'rendu_perdu', niveau: 'erreur', raison: 'oom', code: 9 },
  ]);
});

test('what comes again within a minute is counted', () => {
  for (let i = 0; i < 500; i++) noter('serveur_injoignable', { raison: 'ECONNREFUSED' });
  noter('serveur_injoignable', { raison: 'ENOTFOUND' });
  expect(lines).toHaveLength(2);
  vi.advanceTimersByTime(60_000);
  expect(lines.slice(2)).toMatchObject([{ raison: 'ECONNREFUSED', fois: 499 }]);
  noter('serveur_injoignable', { raison: 'ECONNREFUSED' });
  expect(lines).toHaveLength(4);
});

test.each([
  ['le client +242 06 123 45 67 attend', 'le client *** attend'],
  ['061234567', '***'],
  ['+237 6 55 12 34 56', '***'],
  ['/contrats/POL001/releve.pdf', '/contrats/***/releve.pdf'],
  ['CG-2026-AUTO-001 est fini', '*** est fini'],
  ['Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl', 'Bearer ***'],
  ['jeton a8Fj20dKslw93jdkKd92jdls', 'jeton ***'],
  ['connect ECONNREFUSED', 'connect ECONNREFUSED'],
])('%s is written %s', (said, written) => {
  expect(masquer(said)).toBe(written);
});

test('what a sentence brings in is masked in the line, and a line has an end', () => {
  noter('impression', { ligne: `POL001 ${'x '.repeat(400)}` });
  expect(lines[0]?.ligne).toMatch(/^\*\*\* x x/);
  expect(String(lines[0]?.ligne)).toHaveLength(300);
});

test('every event is documented', () => {
  for (const name of Object.keys(evenements) as Evenement[]) expect(evenements[name][1]).toMatch(/^[A-Z].+\.$/);
});
