import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { imprimanteSurUsb } from './usb.ts';

test('a printer is on the bus when one of its interfaces is of that class', async () => {
  const bus = mkdtempSync(path.join(tmpdir(), 'usb-'));
  const plug = (name: string, of: string) => {
    mkdirSync(path.join(bus, name));
    writeFileSync(path.join(bus, name, 'bInterfaceClass'), `${of}\n`);
  };
  mkdirSync(path.join(bus, 'usb1'));
  plug('1-1:1.0', '03');
  expect(await imprimanteSurUsb(bus)).toBe(false);
  plug('1-2:1.0', '07');
  expect(await imprimanteSurUsb(bus)).toBe(true);
  rmSync(bus, { recursive: true });
});

test('where there is no bus there is no printer on it', async () => {
  expect(await imprimanteSurUsb('/nonexistent')).toBe(false);
});
