import type { NoReply, Reply } from './http.ts';

export interface Token {
  value: string;
  /** Seconds. */
  expires_in: number;
}

/** Renewed ten minutes before it ends, or with a third of its life left where that is less. */
const MARGIN_S = 600;

/**
 * Keeps an access token: asks for one at a time, however many calls wait for it.
 * @param ask gets a new one from the operator
 * @param now milliseconds
 */
export function keepToken(ask: () => Promise<Token | NoReply>, now: () => number = Date.now) {
  let current: { value: string; renewAt: number; endsAt: number } | undefined;
  let asking: Promise<string | NoReply> | undefined;

  async function renew(): Promise<string | NoReply> {
    const asked = now();
    const answer = await ask();
    if ('value' in answer) {
      const { value, expires_in } = answer;
      const margin = Math.min(MARGIN_S, expires_in / 3);
      current = { value, renewAt: asked + (expires_in - margin) * 1000, endsAt: asked + expires_in * 1000 };
      return value;
    }
    return current && now() < current.endsAt ? current.value : answer;
  }

  async function get(): Promise<string | NoReply> {
    if (current && now() < current.renewAt) return current.value;
    asking ??= renew().finally(() => {
      asking = undefined;
    });
    return asking;
  }

  return {
    /** Calls with a token; one that the operator no longer takes (401) is replaced, once. */
    async use(call: (token: string) => Promise<Reply>): Promise<Reply> {
      const token = await get();
      if (typeof token !== 'string') return token;
      const reply = await call(token);
      if (!reply.arrived || reply.status !== 401) return reply;
      // Another call may have replaced it meanwhile.
      if (current?.value === token) current = undefined;
      const fresh = await get();
      return typeof fresh === 'string' ? call(fresh) : fresh;
    },
  };
}

/** @param expires_in seconds, as number or text */
export function tokenFrom(reply: Reply, body: Record<string, unknown>): Token | NoReply {
  if (!reply.arrived) return reply;
  const value = body.access_token;
  const expires_in = Number(body.expires_in);
  if (reply.status === 200 && typeof value === 'string' && value !== '' && expires_in > 0) return { value, expires_in };
  return {
    arrived: false,
    detail: `jeton refusé : HTTP ${reply.status}`,
    denied: [400, 401, 403].includes(reply.status),
  };
}
