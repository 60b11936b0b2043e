import type { Api } from '../api/client.ts';
import { Problem } from '../api/problem.ts';
import type { Client, Opened } from '../session/session.tsx';
import { openFigures } from './figures.ts';
import { marker } from './marker.ts';
import { openNetwork } from './network.ts';

/** Milliseconds after which somebody whose figures are here sees them rather than waiting for the network. */
const PATIENCE = 6000;

const HOME = '/espace/';

/** Somebody’s own telephone: what it may keep of a visit, and how a visit goes on after it was closed. */
export function openPhone() {
  const network = openNetwork();
  const figures = openFigures();
  const windows = new BroadcastChannel('guichet.visite');
  let present = false;

  // One client at a time: who enters or leaves in one window does so in all of them.
  windows.addEventListener('message', () => {
    if (present) window.location.replace(HOME);
  });

  async function begin(client: Client): Promise<void> {
    present = true;
    marker.write('ouverte');
    await figures.begin(client);
  }

  async function end(): Promise<void> {
    present = false;
    marker.clear();
    await figures.wipe();
  }

  return {
    network,
    figures,

    /** Whether a visit may go on that was begun before this page was opened. */
    mayResume: (): boolean => marker.read() === 'ouverte',

    /**
     * Who is here still, by the server’s word or, where it does not answer, by the figures that were kept. `finie`: the
     * server has ended the visit.
     */
    async resume(api: Api): Promise<Client | 'finie' | undefined> {
      const known = await figures.load();
      try {
        const client = clientOf(await soon(api.renew(), known !== undefined), known);
        if (!sameAs(known, client)) await begin(client);
        present = true;
        return client;
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        if (error.status === 401) {
          await end();
          window.history.replaceState(null, '', HOME);
          return 'finie';
        }
        if (known) api.sleep();
        present = known !== undefined;
        return known;
      }
    },

    /** A client has signed in: of the one before nothing stays, in no window. */
    enter(client: Client): void {
      windows.postMessage('entre');
      void begin(client);
    },

    /** The client has left: at once here, at the server now or as soon as it answers. */
    leave(told: Promise<boolean> | undefined): void {
      windows.postMessage('sorti');
      void end();
      window.history.replaceState(null, '', HOME);
      if (!told) return;
      marker.write('sortir');
      void told.then((reached) => {
        if (reached && marker.read() === 'sortir') marker.clear();
      });
    },

    /** Tells the server of a client who left while it could not be reached. */
    async sayLeft(api: Api): Promise<void> {
      if (marker.read() === 'sortir' && (await api.farewell('/auth/logout'))) marker.clear();
    },
  };
}

export type Phone = ReturnType<typeof openPhone>;

function clientOf({ client, polices }: Opened, known: Client | undefined): Client {
  const [police] = [
    polices.find((each) => each.police === known?.police),
    polices.find((each) => each.statut === 'activee'),
    ...polices,
  ].flatMap((each) => each?.police ?? []);
  return { ...client, police: police ?? '' };
}

const sameAs = (one: Client | undefined, other: Client) =>
  one !== undefined && (['nom', 'prenom', 'telephone', 'police'] as const).every((each) => one[each] === other[each]);

/** @throws {Problem} where it takes too long for one who could read meanwhile */
function soon<T>(asked: Promise<T>, impatient: boolean): Promise<T> {
  if (!impatient) return asked;
  return Promise.race([
    asked,
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Problem(0, 'injoignable', '')), PATIENCE);
    }),
  ]);
}
