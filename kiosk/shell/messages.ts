/** What the shell says to a client, by the way the screens ask: `Accept-Language`. French is first. */
const phrases = {
  serveur_injoignable: [
    'Le service ne répond pas pour le moment. Réessayez dans un instant.',
    'The service does not answer at the moment. Please try again shortly.',
  ],
  demande_refusee: ['Cette demande n’est pas possible depuis une borne.', 'This is not possible from a terminal.'],
  corps_trop_grand: ['Ce document est trop lourd.', 'This document is too large.'],
} as const;

export type Code = keyof typeof phrases;

const dire = (code: Code, langue: string | null): string => phrases[code][langue?.startsWith('en') ? 1 : 0];

/** A problem that never reached the server (RFC 9457). */
export function probleme(status: number, code: Code, langue: string | null): Response {
  const message = dire(code, langue);
  const body = { type: 'about:blank', title: message, status, detail: message, code, message };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/problem+json; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
