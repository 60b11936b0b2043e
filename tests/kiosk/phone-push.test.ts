import { afterAll, beforeAll, expect, test } from 'vitest';
import { contrasts, sizes as letters } from '../../kiosk/app/display/display.tsx';
import { JEAN, MARIE } from '../../server/http/borne/borne.fixture.ts';
import { abonnementDuNavigateur } from '../../server/http/borne/push.fixture.ts';
import { type Kiosk, openKiosk } from './kiosk.ts';
import { keptOnPhone } from './phone.fixture.ts';

let kiosk: Kiosk;
beforeAll(async () => {
  kiosk = await openKiosk({ size: 'p' });
});
afterAll(() => kiosk.close());

interface Asked {
  permission: NotificationPermission;
  subscription: ReturnType<typeof abonnementDuNavigateur>;
}

/** A browser’s own push service, of which a test browser has none: what it keeps survives a reload. */
function mockPush({ permission, subscription }: Asked): void {
  const KEY = 'test.push';
  const made = (key: number[]) => ({
    endpoint: subscription.endpoint,
    options: { applicationServerKey: new Uint8Array(key).buffer, userVisibleOnly: true },
    toJSON: () => ({ ...subscription, expirationTime: null }),
    unsubscribe: async () => {
      sessionStorage.removeItem(KEY);
      return true;
    },
  });
  const found = () => {
    const kept = sessionStorage.getItem(KEY);
    return kept ? made(JSON.parse(kept)) : null;
  };
  Object.defineProperty(PushManager.prototype, 'getSubscription', { value: async () => found() });
  Object.defineProperty(PushManager.prototype, 'subscribe', {
    value: async ({ applicationServerKey }: { applicationServerKey: Uint8Array }) => {
      sessionStorage.setItem(KEY, JSON.stringify([...applicationServerKey]));
      return found();
    },
  });
  let now = permission;
  Object.defineProperty(Notification, 'permission', { get: () => (sessionStorage.getItem(KEY) ? 'granted' : now) });
  Object.defineProperty(Notification, 'requestPermission', {
    value: async () => {
      if (now === 'default') now = 'granted';
      return now;
    },
  });
}

async function openReminders(permission: NotificationPermission = 'default') {
  const screen = await kiosk.show({ size: 'p' });
  const subscription = abonnementDuNavigateur();
  await screen.page.addInitScript(mockPush, { permission, subscription });
  await screen.page.reload();
  await screen.signIn(JEAN);
  await keptOnPhone(screen.page);
  await screen.page.goto('./compte/notifications');
  await screen.page.getByRole('heading', { name: 'Mes rappels' }).waitFor();
  return { ...screen, subscription };
}

const rows = (endpoint: string) =>
  kiosk.db.rows<{ client_id: number; sujets: string[]; expire_le: Date }>(
    'select client_id, sujets, expire_le from abonnements_push where endpoint = $1',
    [endpoint],
  );

test('a client agrees to what they choose, is confirmed at the next start, and takes it back', async () => {
  const { page, look, axe, overflows, smallTargets, subscription, complaints, close } = await openReminders();
  expect(await rows(subscription.endpoint)).toEqual([]);
  expect([await axe(), await overflows(), await smallTargets()]).toEqual([[], false, []]);
  for (const taille of letters)
    for (const contraste of contrasts) {
      await look({ taille, contraste });
      expect([await axe(['color-contrast']), await overflows()], `${taille} ${contraste}`).toEqual([[], false]);
    }
  await look({ taille: 'normal', contraste: 'clair' });
  await page.getByLabel('Les annonces').uncheck();
  await page.getByRole('button', { name: 'Oui, avertissez-moi' }).click();
  await page.getByText('C’est noté').waitFor();
  expect(await rows(subscription.endpoint)).toMatchObject([
    { client_id: kiosk.borne.jean, sujets: ['echeances', 'paiements'] },
  ]);

  await kiosk.db.rows(`update abonnements_push set expire_le = now() + interval '1 day'`);
  await page.reload();
  await page.getByText('Ce téléphone vous avertit').waitFor();
  expect(await page.getByLabel('Les annonces').isChecked()).toBe(false);
  const [confirmed] = await rows(subscription.endpoint);
  expect(confirmed?.expire_le.valueOf()).toBeGreaterThan(Date.now() + 59 * 86_400_000);

  await page.getByRole('button', { name: 'Ne plus m’avertir' }).click();
  await page.getByText('Ce téléphone ne vous avertit plus').waitFor();
  expect(await rows(subscription.endpoint)).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});

test('another client on the same telephone has not agreed by that', async () => {
  const { page, subscription, signIn, complaints, close } = await openReminders();
  await page.getByRole('button', { name: 'Oui, avertissez-moi' }).click();
  await page.getByText('C’est noté').waitFor();
  await page.goto('./compte');
  await page.getByRole('button', { name: /Terminer/ }).click();
  await signIn(MARIE);
  // Time enough for what a start confirms by itself.
  await page.waitForTimeout(500);
  expect(await rows(subscription.endpoint)).toMatchObject([{ client_id: kiosk.borne.jean }]);
  await page.goto('./compte/notifications');
  await page.getByRole('button', { name: 'Oui, avertissez-moi' }).click();
  await page.getByText('C’est noté').waitFor();
  expect(await rows(subscription.endpoint)).toMatchObject([{ client_id: kiosk.borne.marie }]);
  expect(complaints).toEqual([]);
  await close();
});

test('where the telephone forbids it, it says how to allow it', async () => {
  const { page, complaints, close } = await openReminders('denied');
  await page.getByText('Votre téléphone bloque les rappels').waitFor();
  await page.getByText(/réglages du téléphone/).waitFor();
  expect(await page.getByRole('button', { name: /avertissez-moi/ }).count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
});
