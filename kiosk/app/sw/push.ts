import { worker } from './worker.ts';

/** What the server has told: nothing of a person. */
interface Told {
  titre: string;
  texte: string;
  /** Below `/espace`. */
  chemin: string;
}

const HOME = '/espace/';
const ICON = '/borne/icone-192.png';

const pages = () => worker.clients.matchAll({ type: 'window', includeUncontrolled: true });

/** Shows what the server tells, and opens the screen that it is about. */
export function listenToPush(): void {
  worker.addEventListener('push', (event) => {
    if (!event.data) return;
    const { titre, texte, chemin } = event.data.json() as Told;
    const data = { chemin: chemin.startsWith(HOME) ? chemin : HOME };
    event.waitUntil(worker.registration.showNotification(titre, { body: texte, icon: ICON, badge: ICON, data }));
  });

  worker.addEventListener('notificationclick', (event) => {
    event.notification.close();
    event.waitUntil(open((event.notification.data as { chemin: string }).chemin));
  });

  worker.addEventListener('pushsubscriptionchange', (event) => {
    event.waitUntil(renew(event.oldSubscription?.options.applicationServerKey ?? null));
  });
}

/** Screens that are open stay open: whoever is signed in there stays so. */
async function open(chemin: string): Promise<void> {
  const shown = (await pages()).find(({ url }) => new URL(url).pathname.startsWith(HOME));
  if (!shown) return void (await worker.clients.openWindow(chemin));
  const page = await shown.focus();
  page.postMessage({ chemin });
}

/** The server learns of the new one from the screens, now or when they are opened next: only they may speak to it. */
async function renew(applicationServerKey: ArrayBuffer | null): Promise<void> {
  if (applicationServerKey)
    await worker.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
  for (const page of await pages()) page.postMessage({ abonnement: true });
}
