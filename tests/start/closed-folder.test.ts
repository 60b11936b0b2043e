import { existsSync, lstatSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Checkout, checkout } from './checkout.ts';
import { killAll, launch } from './launch.ts';

const isRoot = process.getuid?.() === 0;
let house: Checkout;

describe.skipIf(!isRoot)(
  'root, in a clone below a folder that nobody else may enter (only root can try)',
  { timeout: 120_000 },
  () => {
    beforeAll(async () => {
      house = await checkout({ packages: 'copied', closed: true });
    }, 120_000);

    afterAll(async () => {
      await killAll();
      await house.remove();
    });

    test('PostgreSQL runs under another account, with its programs and data where that can reach them', async () => {
      const guichet = await launch(house.folder);
      await guichet.healthy();
      const link = path.join(house.folder, '.data/postgres');
      expect(lstatSync(link).isSymbolicLink()).toBe(true);
      const home = realpathSync(link);
      const { uid, mode } = statSync(home);
      expect(uid).not.toBe(0);
      expect(mode & 0o777).toBe(0o700);
      expect(guichet.said()).toContain(home);
      guichet.process.kill('SIGTERM');
      expect(await guichet.ended).toBe(0);
      expect(existsSync(path.join(home, 'cluster/postmaster.pid'))).toBe(false);
    });

    test('the next start finds it there', async () => {
      const guichet = await launch(house.folder);
      await guichet.healthy();
      expect(guichet.said()).not.toContain('Base placée');
      guichet.process.kill('SIGTERM');
      expect(await guichet.ended).toBe(0);
    });
  },
);
