import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { countPackages, missingPackages } from './packages.mjs';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'guichet-paquets-'));
  mkdirSync(path.join(root, 'node_modules'));
});

afterEach(() => rmSync(root, { recursive: true }));

const write = (file: string, packages: object) => writeFileSync(path.join(root, file), JSON.stringify({ packages }));

const asked = {
  '': { name: 'guichet' },
  'node_modules/express': { version: '5.0.0' },
  'node_modules/vitest': { version: '4.0.0', dev: true },
  'node_modules/for-another-machine': { version: '1.0.0', optional: true },
};

test('without node_modules everything is missing, but what is for other machines', () => {
  write('package-lock.json', asked);
  expect(missingPackages(root, { dev: true })).toEqual(['node_modules/express', 'node_modules/vitest']);
});

test('production does not need what only development uses', () => {
  write('package-lock.json', asked);
  expect(missingPackages(root, { dev: false })).toEqual(['node_modules/express']);
});

test('what is installed as asked is not missing, another version is', () => {
  write('package-lock.json', asked);
  write('node_modules/.package-lock.json', {
    'node_modules/express': { version: '5.0.0' },
    'node_modules/vitest': { version: '3.0.0' },
  });
  expect(missingPackages(root, { dev: true })).toEqual(['node_modules/vitest']);
});

test('the count is of what lies there', () => {
  write('package-lock.json', asked);
  mkdirSync(path.join(root, 'node_modules/express'));
  writeFileSync(path.join(root, 'node_modules/express/package.json'), '{}');
  expect(countPackages(root, { dev: true })).toEqual({ there: 1, wanted: 2 });
});
