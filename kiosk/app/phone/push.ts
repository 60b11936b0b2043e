import type { Api } from '../api/client.ts';
import type { Client } from '../session/session.tsx';
import { consent } from './consent.ts';
import { apple, installed } from './device.ts';

export const sujets = ['echeances', 'paiements', 'annonces'] as const;
export type Sujet = (typeof sujets)[number];

/** Whether this telephone can tell of something: `installer` on iOS, where only what is on the home screen may. */
export type Possible = 'oui' | 'refuse' | 'installer' | 'non';

const PATH = '/borne/push/abonnements';

export function possible(): Possible {
  const can = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
  if (!can) return apple() && !installed() ? 'installer' : 'non';
  return Notification.permission === 'denied' ? 'refuse' : 'oui';
}

const manager = async () => (await navigator.serviceWorker.ready).pushManager;

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (each) => each.charCodeAt(0));
}

const sameKey = (one: ArrayBuffer | null, other: Uint8Array) =>
  one !== null && new Uint8Array(one).join() === other.join();

/** A subscription with the server’s own key: one that was made with another is worth nothing. */
async function subscription(api: Api): Promise<PushSubscription> {
  const [push, { cle }] = await Promise.all([manager(), api.get<{ cle: string }>('/borne/push/cle')]);
  const key = bytesOf(cle);
  const found = await push.getSubscription();
  if (found && sameKey(found.options.applicationServerKey, key)) return found;
  await found?.unsubscribe();
  return push.subscribe({ userVisibleOnly: true, applicationServerKey: key });
}

async function post(api: Api, made: PushSubscription, wanted?: readonly Sujet[]): Promise<Sujet[]> {
  const { endpoint, keys } = made.toJSON();
  const body = { endpoint, keys, consentement: true, ...(wanted ? { sujets: wanted } : {}) };
  return (await api.send<{ sujets: Sujet[] }>('POST', PATH, { body })).sujets;
}

/** Asks the person, subscribes and tells the server. @throws {Problem} @returns what they are told of; none if they said no */
export async function agree(api: Api, client: Client, wanted: readonly Sujet[]): Promise<Sujet[] | undefined> {
  if ((await Notification.requestPermission()) !== 'granted') return undefined;
  const taken = await post(api, await subscription(api), wanted);
  await consent.give(client);
  return taken;
}

/** Says once more that this client still listens; nothing for one who has not agreed. @throws {Problem} */
export async function confirm(api: Api, client: Client): Promise<Sujet[] | undefined> {
  if (possible() !== 'oui' || Notification.permission !== 'granted' || !(await consent.isOf(client))) return undefined;
  return post(api, await subscription(api));
}

/** @throws {Problem} */
export async function refuse(api: Api): Promise<void> {
  const found = await (await manager()).getSubscription();
  if (found) await api.send('DELETE', PATH, { body: { endpoint: found.endpoint } });
  await found?.unsubscribe();
  await consent.takeBack();
}
