import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lireFichier } from './fichiers.ts';

let base: string;
let dossier: string;
beforeAll(() => {
  base = mkdtempSync(path.join(tmpdir(), 'fichiers-'));
  dossier = path.join(base, 'kiosk');
  mkdirSync(path.join(dossier, 'assets'), { recursive: true });
  mkdirSync(path.join(base, 'kiosk-autre'));
  writeFileSync(path.join(dossier, 'borne.html'), 'borne');
  writeFileSync(path.join(dossier, 'assets/a b.js'), 'code');
  writeFileSync(path.join(dossier, '.cache.json'), '{}');
  writeFileSync(path.join(dossier, 'notes.txt'), 'notes');
  writeFileSync(path.join(base, 'secret.json'), 'secret');
  writeFileSync(path.join(base, 'kiosk-autre/secret.json'), 'secret');
  symlinkSync(path.join(base, 'secret.json'), path.join(dossier, 'lien.json'));
  symlinkSync(path.join(base, 'kiosk-autre'), path.join(dossier, 'dossier'));
});
afterAll(() => rmSync(base, { recursive: true }));

test('a file comes with its type', async () => {
  const found = await lireFichier(dossier, '/borne.html');
  expect(found?.type).toBe('text/html; charset=utf-8');
  expect(Buffer.from(found?.contenu ?? []).toString()).toBe('borne');
  expect((await lireFichier(dossier, '/assets/a%20b.js'))?.type).toMatch(/^text\/javascript/);
});

test.each([
  '/../secret.json',
  '/assets/../../secret.json',
  '/..%2fsecret.json',
  '/%2e%2e/secret.json',
  '/%2e%2e%2fsecret.json',
  '/..%5csecret.json',
  '/../kiosk-autre/secret.json',
  '/lien.json',
  '/dossier/secret.json',
  '/borne.html%00.js',
  '/%00',
  '/%E0%A4%A',
  '/.cache.json',
  '/notes.txt',
  '/assets',
  '/',
  '/absent.html',
  `/${'x'.repeat(5000)}.html`,
])('%s leads nowhere', async (chemin) => {
  expect(await lireFichier(dossier, chemin)).toBeUndefined();
});
