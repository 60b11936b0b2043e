import type { Noter } from '../journal.ts';
import { probleme } from '../messages.ts';
import { GARDE, ouvrirJetons } from './jetons.ts';
import { admise, CORPS_MAX, entetesDemande, entetesReponse, estDocument, origineSure, routeDe } from './regles.ts';

export interface PortsRelais {
  /** The origin of the server: `https://guichet.example`. */
  serveur: string;
  /** What the terminal itself signs in with. */
  jetonBorne: () => string | undefined;
  /** Of the shell. */
  version: string;
  noter: Noter;
  demander?: typeof fetch;
}

/** Milliseconds that an answer may take. */
const PATIENCE = 20_000;
const PATIENCE_ADIEU = 5_000;

const opens = new Set(['/api/v1/auth/login', '/api/v1/auth/refresh']);
const ADIEU = '/api/v1/auth/logout';

/**
 * The way of one client’s window to the server. The client’s tokens stay here; the window has a word in their place.
 * Once closed it opens nothing any more, also not to an answer that comes late.
 */
export function ouvrirRelais({ serveur, jetonBorne, version, noter, demander = fetch }: PortsRelais) {
  const origine = origineSure(serveur);
  const jetons = ouvrirJetons();
  const fin = new AbortController();
  /** As the screens last asked: a document is in the language that its client reads. */
  let lue: string | null = null;

  async function envoyer(method: string, chemin: string, headers: Headers, body?: BodyInit, signal?: AbortSignal) {
    const borne = jetonBorne();
    if (borne) headers.set('X-Borne', borne);
    headers.set('User-Agent', `Guichet-Borne/${version}`);
    const patience = AbortSignal.timeout(PATIENCE);
    return demander(`${origine}${chemin}`, {
      method,
      headers,
      body,
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      signal: signal ? AbortSignal.any([patience, signal]) : patience,
    });
  }

  /** Answers a request of the screens: with the server’s answer, or with a problem that says why there is none. */
  async function relayer(request: Request): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    const route = routeDe(pathname);
    const langue = request.headers.get('accept-language');
    lue = langue ?? lue;
    if (fin.signal.aborted || !admise(request.method, pathname)) {
      noter('demande_refusee', { methode: request.method });
      return probleme(403, 'demande_refusee', langue);
    }
    const body = await corpsDe(request);
    if (body === undefined) return probleme(413, 'corps_trop_grand', langue);
    const headers = entetesDemande(request.headers);
    const acces = jetons.acces();
    if (acces && request.headers.get('authorization') === `Bearer ${GARDE}`)
      headers.set('Authorization', `Bearer ${acces}`);
    if (route === ADIEU && headers.has('authorization')) jetons.oublier();
    try {
      const sent = body.length === 0 ? undefined : opens.has(route) ? remplacer(body) : body;
      const signal = route === ADIEU ? undefined : fin.signal;
      return await rendre(route, await envoyer(request.method, `${pathname}${search}`, headers, sent, signal));
    } catch (error) {
      noter('serveur_injoignable', { raison: raisonDe(error) });
      return probleme(502, 'serveur_injoignable', langue);
    }
  }

  function remplacer(body: Uint8Array<ArrayBuffer>): BodyInit {
    const read = lu(body);
    return read ? JSON.stringify(jetons.mettre(read)) : body;
  }

  /** The answer as the screens get it: read to its end, so that what comes too late is not taken for half a document. */
  async function rendre(route: string, answer: Response): Promise<Response> {
    if (answer.type === 'opaqueredirect' || (answer.status >= 300 && answer.status < 400 && answer.status !== 304))
      throw new Error('the server points elsewhere');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const headers = entetesReponse(answer.headers);
    headers.set('Cache-Control', 'no-store');
    headers.set('X-Content-Type-Options', 'nosniff');
    const read = opens.has(route) ? lu(bytes) : undefined;
    if (fin.signal.aborted) throw new Error('the client has left');
    const body = read ? JSON.stringify(jetons.retenir(read)) : bytes;
    const empty = [204, 205, 304].includes(answer.status);
    return new Response(empty ? null : body, { status: answer.status, headers });
  }

  return {
    relayer,

    /** A PDF of the client, by its path below `/api/v1`. @throws {Error} for what is none, or not theirs */
    async document(chemin: string): Promise<Uint8Array> {
      const acces = jetons.acces();
      if (!estDocument(chemin) || !acces) throw new Error('no document that could be printed');
      const headers = new Headers({ Accept: 'application/pdf', Authorization: `Bearer ${acces}` });
      if (lue) headers.set('Accept-Language', lue);
      const answer = await envoyer('GET', `/api/v1${chemin}`, headers, undefined, fin.signal);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      if (answer.status !== 200 || fin.signal.aborted) throw new Error(`the server answered ${answer.status}`);
      return bytes;
    },

    /**
     * The client has left: the tokens go, what was asked is dropped, and the server is told unless the screens did.
     * Answers at once.
     */
    clore(): void {
      if (fin.signal.aborted) return;
      const acces = jetons.acces();
      jetons.oublier();
      fin.abort();
      if (!acces) return;
      const headers = new Headers({ Authorization: `Bearer ${acces}` });
      envoyer('POST', ADIEU, headers, undefined, AbortSignal.timeout(PATIENCE_ADIEU)).catch((error) =>
        noter('deconnexion_impossible', { raison: raisonDe(error) }),
      );
    },
  };
}

export type Relais = ReturnType<typeof ouvrirRelais>;

/** The bytes of a request; undefined when there are too many. */
async function corpsDe(request: Request): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (!request.body) return new Uint8Array();
  if (Number(request.headers.get('content-length') ?? 0) > CORPS_MAX) return undefined;
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.byteLength;
    if (size > CORPS_MAX) return undefined;
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

function lu(bytes: Uint8Array): Record<string, unknown> | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(bytes).toString());
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? { ...read } : undefined;
  } catch {
    return undefined;
  }
}

function raisonDe(error: unknown): string {
  const { message, cause } = error as Error;
  const code = cause instanceof Error ? (cause as NodeJS.ErrnoException).code : undefined;
  return code ?? message;
}
