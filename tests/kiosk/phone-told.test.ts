import { afterAll, beforeAll, expect, test } from 'vitest';
import { JEAN } from '../../server/http/borne/borne.fixture.ts';
import { type Kiosk, openKiosk } from './kiosk.ts';
import { keptOnPhone } from './phone.fixture.ts';

let kiosk: Kiosk;
beforeAll(async () => {
  kiosk = await openKiosk({ size: 'p' });
});
afterAll(() => kiosk.close());

interface Scope {
  registration: ServiceWorkerRegistration;
  dispatchEvent(event: Event): boolean;
}

test('what the server tells is shown, and a touch opens its screen where the client is signed in', async () => {
  const { page, context, signIn, complaints, close } = await kiosk.show({ size: 'p' });
  await context.grantPermissions(['notifications']);
  await keptOnPhone(page);
  await signIn(JEAN);
  const [worker] = context.serviceWorkers();
  if (!worker) throw new Error('no service worker');
  const shown = await worker.evaluate(async () => {
    const scope = globalThis as unknown as Scope;
    const tell = (told: object) =>
      scope.dispatchEvent(Object.assign(new Event('push'), { data: { json: () => told }, waitUntil: () => undefined }));
    const seen: [string, NotificationOptions?][] = [];
    scope.registration.showNotification = async (...given) => void seen.push(given);
    tell({ titre: 'Guichet', texte: 'Une cotisation est à payer.', chemin: '/espace/contrats', sujet: 'echeances' });
    tell({ titre: 'Guichet', texte: 'Ailleurs', chemin: 'https://mechant.example/', sujet: 'annonces' });
    return seen.map(([title, options]) => [title, options?.body, options?.data.chemin]);
  });
  expect(shown).toEqual([
    ['Guichet', 'Une cotisation est à payer.', '/espace/contrats'],
    ['Guichet', 'Ailleurs', '/espace/'],
  ]);
  await worker.evaluate(() => {
    const notification = { close: () => undefined, data: { chemin: '/espace/paiements' } };
    const event = Object.assign(new Event('notificationclick'), { notification, waitUntil: () => undefined });
    // A browser lets a worker bring a window to the front after a real touch alone.
    (globalThis as unknown as { WindowClient: { prototype: { focus(): unknown } } }).WindowClient.prototype.focus =
      async function focus() {
        return this;
      };
    (globalThis as unknown as Scope).dispatchEvent(event);
  });
  await page.waitForURL('**/espace/paiements');
  await page.getByRole('heading', { name: /paiements/i }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});
