import { mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakeApp } from './electron.fixture.ts';
import { ouvrirGpu } from './gpu.ts';

let dossier: string;
beforeEach(() => {
  dossier = mkdtempSync(path.join(tmpdir(), 'gpu-'));
});
afterEach(() => rmSync(dossier, { recursive: true }));

function open(service: boolean, argv = ['electron', 'main.js']) {
  const { app, fake } = fakeApp();
  return { fake, gpu: ouvrirGpu({ app, dossier, argv, service }) };
}

test('a new start does without it', () => {
  const { fake, gpu } = open(false);
  expect(gpu.sans()).toBe(false);
  gpu.renoncer();
  expect(fake.relaunch).toHaveBeenCalledWith({ args: ['main.js', '--disable-gpu'] });
  expect(fake.exit).toHaveBeenCalledWith(0);
  expect(open(false, ['electron', '--disable-gpu']).gpu.sans()).toBe(true);
});

test('under systemd the service starts anew, and knows for a day', () => {
  const { fake, gpu } = open(true);
  gpu.renoncer();
  expect(fake.relaunch).not.toHaveBeenCalled();
  expect(fake.exit).toHaveBeenCalledWith(1);
  expect(open(true).gpu.sans()).toBe(true);
  const yesterday = (Date.now() - 25 * 3600_000) / 1000;
  utimesSync(path.join(dossier, 'sans-gpu'), yesterday, yesterday);
  expect(open(true).gpu.sans()).toBe(false);
});
