import { Problem, problemOf } from './problem.ts';

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
  headers?: Record<string, string>;
  /** One key for one intention: however often it is sent, it has one effect. */
  once?: string;
}

/**
 * The way to the API. Tokens live in this closure and nowhere else, so that they are gone with the page. A session that
 * the server has ended is told to `onEnd` once.
 */
export function openApi({ onEnd }: { onEnd(): void }) {
  let tokens: Tokens | undefined;
  let langue = 'fr';
  let renewing: Promise<boolean> | undefined;
  /** Rises when a client leaves: what was asked before is not theirs any more who come after. */
  let turn = 0;

  async function send(method: string, path: string, { body, file, headers, once }: Sent = {}): Promise<Response> {
    try {
      return await fetch(`${BASE}${path}`, {
        method,
        cache: 'no-store',
        credentials: 'same-origin',
        signal: AbortSignal.timeout(PATIENCE),
        headers: {
          'accept-language': langue,
          ...(tokens ? { authorization: `Bearer ${tokens.access}` } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(file ? { 'content-type': file.type } : {}),
          ...(once ? { 'idempotency-key': once } : {}),
          ...headers,
        },
        body: file ?? (body === undefined ? undefined : JSON.stringify(body)),
      });
    } catch {
      throw new Problem(0, 'injoignable', '');
    }
  }

  async function ask(method: string, path: string, sent?: Sent): Promise<Response> {
    const mine = turn;
    const first = await send(method, path, sent);
    const answer = first.status === 401 && tokens && (await renew()) ? await send(method, path, sent) : first;
    if (mine !== turn) throw new Problem(0, 'partie', '');
    if (answer.ok) return answer;
    const problem = await problemOf(answer);
    if (answer.status === 401 && tokens) {
      forget();
      onEnd();
    }
    throw problem;
  }

  /** One renewal at a time: a refresh token works once. */
  function renew(): Promise<boolean> {
    renewing ??= refresh().finally(() => {
      renewing = undefined;
    });
    return renewing;
  }

  async function refresh(): Promise<boolean> {
    const mine = turn;
    const body = tokens?.refresh ? { refresh: tokens.refresh } : {};
    const answer = await send('POST', '/auth/refresh', { body });
    if (!answer.ok || mine !== turn) return false;
    tokens = ((await answer.json()) as { tokens: Tokens }).tokens;
    return true;
  }

  function forget(): void {
    tokens = undefined;
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
    /** For what must reach the server though the page is going away. */
    farewell(path: string): void {
      const headers = { ...(tokens ? { authorization: `Bearer ${tokens.access}` } : {}) };
      fetch(`${BASE}${path}`, { method: 'POST', keepalive: true, credentials: 'same-origin', headers }).catch(() => {
        // The server ends the session by itself a little later.
      });
    },
    speak(which: string): void {
      langue = which;
    },
    enter(given: Tokens): void {
      tokens = given;
    },
    renew,
    forget,
  };
}

export type Api = ReturnType<typeof openApi>;
