import { type Echange, masked, type Noter } from './echange.ts';
import type { Operateur } from './mobile-money.ts';
import { jsonIn } from './reading.ts';

/** An answer (`body` undefined where it is no JSON), or why there is none; `denied`: the operator refuses our keys. */
export type Reply = { arrived: true; status: number; body: unknown } | NoReply;
export interface NoReply {
  arrived: false;
  detail: string;
  denied?: boolean;
}

interface Call {
  operation: string;
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  /** Is sent as JSON; no body at all if absent. */
  body?: unknown;
  reference?: string;
  /** Telephones in this call, in the spelling in which they are sent. */
  phones?: string[];
  /** What else must not be noted: the token of this call. */
  secrets?: string[];
}

interface Line {
  operateur: Operateur;
  /** Without a slash at the end. */
  hote: string;
  /** Keys that must never be noted. */
  secrets: string[];
  noter: Noter;
  /** Milliseconds for a call, from connecting to the last byte. */
  patience?: number;
}

const PATIENCE = 20_000;
const ANSWER_MAX = 64 * 1024;

/** A line to an operator: one call, bounded in time and size, noted whatever becomes of it. Follows no redirect. */
export function openLine({ operateur, hote, secrets, noter, patience = PATIENCE }: Line) {
  return async ({ operation, method, path, headers, body, reference, phones = [], ...call }: Call): Promise<Reply> => {
    const url = `${hote}${path}`;
    const sent = body === undefined ? undefined : JSON.stringify(body);
    const started = performance.now();
    const debut = new Date();
    const answer = await fetchText(url, { method, headers, body: sent }, patience);

    const hidden = [...secrets, ...(call.secrets ?? [])];
    const safe = (text: string) => masked(text, hidden, phones);
    await note(noter, {
      operateur,
      operation,
      reference: reference ?? null,
      methode: method,
      url: safe(url),
      requete: sent === undefined ? null : safe(sent),
      statut: answer.arrived ? answer.status : null,
      reponse: answer.arrived ? safe(answer.text) : null,
      erreur: answer.arrived ? null : safe(answer.detail),
      debut,
      duree_ms: Math.round(performance.now() - started),
    });
    return answer.arrived ? { arrived: true, status: answer.status, body: jsonIn(answer.text) } : answer;
  };
}

async function fetchText(url: string, init: RequestInit, patience: number) {
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(patience) });
    return { arrived: true as const, status: response.status, text: await boundedText(response) };
  } catch (error) {
    return { arrived: false as const, detail: reason(error as Error, patience) };
  }
}

/** @throws {RangeError} for an answer that is longer than any of theirs is */
async function boundedText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > ANSWER_MAX) throw new RangeError('réponse trop longue');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function reason(error: Error, patience: number): string {
  if (error.name === 'TimeoutError') return `pas de réponse en ${patience} ms`;
  const { cause } = error as { cause?: { code?: string; message?: string } };
  return cause?.code ?? cause?.message ?? error.message;
}

async function note(noter: Noter, echange: Echange): Promise<void> {
  try {
    await noter(echange);
  } catch (error) {
    // The operator has acted already: what it said must reach the caller, with or without a note.
    console.error(`mobile money : échange « ${echange.operation} » non noté`, error);
  }
}

/** The status and what the operator said, for staff: `HTTP 503 SERVICE_UNAVAILABLE`. */
export const detailOf = (reply: Reply, code = ''): string =>
  reply.arrived ? `HTTP ${reply.status} ${code}`.trim() : reply.detail;
