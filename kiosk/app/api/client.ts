import type { Opened } from '../session/session.tsx';
import { Problem, problemOf } from './problem.ts';
import { upload } from './upload.ts';

const BASE = '/api/v1';

/** Milliseconds after which a request is given up. */
const PATIENCE = 20_000;

export interface Tokens {
  access: string;
  refresh?: string;
}

interface Sent {
  body?: unknown;
  /** Bytes as they are, with their type, instead of JSON. */
  file?: Blob;
  /** How much of the file has left, from 0 to 1. */
  onProgress?(part: number): void;
  headers?: Record<string, string>;
  /** One key for one intention: however often it is sent, it has one effect. */
  once?: string;
}

interface Told {
  /** The server has ended the session: told once. */
  onEnd(): void;
  /** Whether somebody answered. */
  onReach(up: boolean): void;
  /** Somebody’s own telephone, of which the server keeps what renews the session in a cookie. */
  own: boolean;
}

/** The way to the API. Tokens live in this closure and nowhere else, so that they are gone with the page. */
export function openApi({ onEnd, onReach, own }: Told) {
  let tokens: Tokens | undefined;
  /** A session may be there of which this page has no token yet. */
  let dormant = false;
  let langue = 'fr';
  let renewing: Promise<Opened> | undefined;
  /** Rises when a client leaves: what was asked before is not theirs any more who come after. */
  let turn = 0;

  async function send(method: string, path: string, sent: Sent = {}): Promise<Response> {
    const { body, file, once, onProgress } = sent;
    const headers = {
      'accept-language': langue,
      ...(tokens ? { authorization: `Bearer ${tokens.access}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(file ? { 'content-type': file.type } : {}),
      ...(once ? { 'idempotency-key': once } : {}),
      ...sent.headers,
    };
    try {
      const answer =
        file && onProgress
          ? await upload(`${BASE}${path}`, { method, headers, file, onProgress })
          : await fetch(`${BASE}${path}`, {
              method,
              cache: 'no-store',
              credentials: 'same-origin',
              signal: AbortSignal.timeout(PATIENCE),
              headers,
              body: file ?? (body === undefined ? undefined : JSON.stringify(body)),
            });
      onReach(true);
      return answer;
    } catch {
      onReach(false);
      throw new Problem(0, 'injoignable', '');
    }
  }

  async function ask(method: string, path: string, sent?: Sent): Promise<Response> {
    const mine = turn;
    const known = !dormant || (await renewed());
    const first = await send(method, path, sent);
    const answer = first.status === 401 && tokens && (await renewed()) ? await send(method, path, sent) : first;
    if (mine !== turn) throw new Problem(0, 'partie', '');
    if (answer.ok) return answer;
    const problem = await problemOf(answer);
    if (answer.status === 401 && (tokens || !known)) {
      forget();
      onEnd();
    }
    throw problem;
  }

  /** Whether the session goes on. @throws {Problem} where that is not known */
  async function renewed(): Promise<boolean> {
    try {
      await renew();
      return true;
    } catch (error) {
      if (error instanceof Problem && error.status === 401) return false;
      throw error;
    }
  }

  /** One renewal at a time, in all windows of a telephone: what renews works once. @throws {Problem} */
  function renew(): Promise<Opened> {
    renewing ??= (own ? navigator.locks.request('guichet.visite', refresh) : refresh()).finally(() => {
      renewing = undefined;
    });
    return renewing;
  }

  async function refresh(): Promise<Opened> {
    const mine = turn;
    const body = tokens?.refresh ? { refresh: tokens.refresh } : own ? { canal: 'espace' } : {};
    const answer = await send('POST', '/auth/refresh', { body });
    if (mine !== turn) throw new Problem(0, 'partie', '');
    if (!answer.ok) throw await problemOf(answer);
    const opened = (await answer.json()) as Opened;
    tokens = opened.tokens;
    dormant = false;
    return opened;
  }

  function forget(): void {
    tokens = undefined;
    dormant = false;
    turn++;
  }

  const read = async <T>(answer: Response): Promise<T> =>
    answer.status === 204 ? (undefined as T) : ((await answer.json()) as T);

  return {
    /** @throws {Problem} */
    get: async <T>(path: string): Promise<T> => read<T>(await ask('GET', path)),
    /** @throws {Problem} */
    send: async <T>(method: 'POST' | 'PUT' | 'DELETE', path: string, sent?: Sent): Promise<T> =>
      read<T>(await ask(method, path, sent)),
    /** A document, as bytes. @throws {Problem} */
    document: async (path: string): Promise<Blob> => (await ask('GET', path)).blob(),
    /** For what must reach the server though the page is going away. Answers whether it did. */
    async farewell(path: string): Promise<boolean> {
      const headers = {
        ...(tokens ? { authorization: `Bearer ${tokens.access}` } : {}),
        ...(own ? { 'content-type': 'application/json' } : {}),
      };
      const body = own ? '{"canal":"espace"}' : undefined;
      return fetch(`${BASE}${path}`, {
        method: 'POST',
        keepalive: true,
        credentials: 'same-origin',
        headers,
        body,
      }).then(
        () => true,
        // The server ends the session by itself a little later.
        () => false,
      );
    },
    speak(which: string): void {
      langue = which;
    },
    enter(given: Tokens): void {
      tokens = given;
    },
    renew,
    /** Whatever is asked next begins by renewing the session. */
    sleep(): void {
      dormant = true;
    },
    forget,
  };
}

export type Api = ReturnType<typeof openApi>;
