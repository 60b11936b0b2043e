import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Checkout, checkout } from './checkout.ts';
import { killAll, launch, measured } from './launch.ts';

const asked = process.env.CI === 'true' || process.env.GUICHET_SLOW === '1';
let house: Checkout;

describe.skipIf(!asked)(
  'npm start with nothing installed (CI=true or GUICHET_SLOW=1: it fetches every package)',
  () => {
    beforeAll(async () => {
      house = await checkout({ packages: 'none' });
    });

    afterAll(async () => {
      await killAll();
      await house.remove();
    });

    test('installs, builds and serves, telling how far it is', async () => {
      const guichet = await launch(house.folder, {}, ['npm', 'start']);
      measured('first start with nothing installed', await guichet.healthy());
      expect(guichet.said()).toMatch(/Installation des paquets : \d+ sur \d+/);
      expect(guichet.said()).toContain('Construction du panneau');
      expect((await fetch(`${guichet.url}/admin`)).status).toBe(200);
      guichet.process.kill('SIGTERM');
      expect(await guichet.ended).toBe(0);
    }, 600_000);
  },
);
