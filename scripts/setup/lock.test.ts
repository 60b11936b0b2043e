import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'guichet-verrou-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const module = path.resolve(import.meta.dirname, 'lock.mjs');

/** A process that holds the folder for a while. @returns what it says: `tenu`, or why not */
function hold(ms: number): Promise<string> {
  const program = `import { holdFolder } from '${module}';
    await holdFolder('${folder}').then(() => console.log('tenu'), (error) => console.log(error.message));
    setTimeout(() => {}, ${ms});`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program]);
  return new Promise((resolve) => child.stdout.once('data', (chunk) => resolve(String(chunk).trim())));
}

const file = () => path.join(folder, 'verrou');

test('of many that want a folder at once, one gets it', async () => {
  const said = await Promise.all([1, 2, 3, 4, 5].map(() => hold(4000)));
  expect(said.filter((each) => each === 'tenu')).toHaveLength(1);
  expect(said.filter((each) => each.startsWith('Guichet tourne déjà'))).toHaveLength(4);
});

test('who ends leaves it to the next', async () => {
  expect(await hold(0)).toBe('tenu');
  expect(await hold(0)).toBe('tenu');
  await expect.poll(() => existsSync(file())).toBe(false);
});

test('a dead holder’s number that another process bears now holds nobody up', async () => {
  writeFileSync(file(), `${process.pid} 12345`);
  expect(await hold(1000)).toBe('tenu');
  expect(readFileSync(file(), 'utf8')).not.toContain('12345');
});
