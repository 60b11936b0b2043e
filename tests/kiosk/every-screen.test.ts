import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contrasts, sizes as letters } from '../../kiosk/app/display/display.tsx';
import { home, stations } from '../../scripts/captures/stations.ts';
import { JEAN } from '../../server/http/borne/borne.fixture.ts';
import { type Kiosk, openKiosk, sizes } from './kiosk.ts';
import type { Screen } from './screen.ts';

let kiosk: Kiosk;

beforeAll(async () => {
  kiosk = await openKiosk();
});

afterAll(() => kiosk.close());

/** Every way of being shown: four sizes of letters in three contrasts. */
const looks = letters.flatMap((taille) => contrasts.map((contraste) => ({ taille, contraste })));

/** What is wrong with a screen in one look. */
async function faults(screen: Screen, look: (typeof looks)[number]): Promise<string[]> {
  await screen.look(look);
  const plain = look.taille === 'normal' && look.contraste === 'clair';
  // What does not depend on letters or colours is asked once.
  const violations = plain ? await screen.axe() : await screen.axe(['color-contrast', 'target-size']);
  const wide = (await screen.overflows()) ? ['wider than the screen'] : [];
  return [...violations, ...wide, ...(await screen.smallTargets())].map(
    (fault) => `${look.taille}, ${look.contraste}: ${fault}`,
  );
}

describe.each(Object.keys(sizes) as (keyof typeof sizes)[])('every screen at %s', (size) => {
  let screen: Screen;
  let entered = false;

  beforeAll(async () => {
    screen = await kiosk.show({ size, still: true });
  });

  afterAll(() => screen.close());

  test.each(stations.map((station) => [station.name, station] as const))(
    '%s',
    { timeout: 60_000 },
    async (_, station) => {
      await screen.look({ taille: 'normal', contraste: 'clair' });
      await screen.leaveDialog();
      await home(screen.page);
      if (station.door && !entered) {
        await screen.signIn(JEAN);
        entered = true;
      }
      await station.go(screen.page);
      await screen.settled();
      const found: string[] = [];
      for (const look of looks) found.push(...(await faults(screen, look)));
      expect(found).toEqual([]);
      expect(screen.complaints).toEqual([]);
    },
  );
});
