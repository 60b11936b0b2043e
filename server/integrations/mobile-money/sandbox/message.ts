/** A request as the sandbox sees it, headers in lower case. */
export interface Asked {
  method: string;
  /** With the query taken off. */
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** An answer, or how it fails to come. */
export interface Answer {
  status: number;
  body?: unknown;
  /** Sent as it is, in place of `body`. */
  raw?: string;
  type?: string;
  fault?: 'reset' | 'timeout';
  /** Milliseconds to wait first. */
  slow?: number;
  /** Callbacks are to be delivered before this answer goes out. */
  callbacksFirst?: boolean;
}

export const answer = (status: number, body?: unknown): Answer => ({ status, body });

/** MTN's form of an error. */
export const mtnError = (status: number, code: string, text = code): Answer => answer(status, { code, message: text });

/** An answer as a fault lets it through. */
export function spoiled(what: 'reset' | 'timeout' | 'invalid-json' | number): Answer {
  if (what === 'reset' || what === 'timeout') return { status: 0, fault: what };
  if (what === 'invalid-json') return { status: 200, raw: '<html>Gateway' };
  return { status: what, raw: '' };
}
