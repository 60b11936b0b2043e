/** What passes from the screens to the server. Everything else stays here: cookies, origins, what names the terminal. */
const demandes = ['accept', 'accept-language', 'content-type', 'idempotency-key', 'if-match', 'range'] as const;

/** What passes back. A cookie of the server has no place on a terminal. */
const reponses = [
  'content-type',
  'content-disposition',
  'content-language',
  'etag',
  'retry-after',
  'x-request-id',
] as const;

const methodes = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** Bytes: two documents of a claim fit. */
export const CORPS_MAX = 12 * 1024 * 1024;

/** A path as the server tells one route from another: capitals and a slash at the end say nothing to it. */
export const routeDe = (chemin: string): string => chemin.toLowerCase().replace(/\/$/, '');

/** Whether a client’s screens may ask for this at all. The terminal’s own routes are the shell’s. */
export function admise(methode: string, chemin: string): boolean {
  if (!methodes.has(methode) || !chemin.startsWith('/api/v1/')) return false;
  if (/%|\\|\/\/|\/\.{1,2}(\/|$)/.test(chemin)) return false;
  return !/^\/api\/v1\/borne\/terminal(\/|$)/.test(routeDe(chemin));
}

const kept = (from: Headers, names: readonly string[]): Headers => {
  const headers = new Headers();
  for (const name of names) {
    const value = from.get(name);
    if (value !== null) headers.set(name, value);
  }
  return headers;
};

export const entetesDemande = (from: Headers): Headers => kept(from, demandes);
export const entetesReponse = (from: Headers): Headers => kept(from, reponses);

const local = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The origin that everything goes to. @throws {Error} where tokens would travel in clear over a network */
export function origineSure(serveur: string): string {
  const { protocol, hostname, origin } = new URL(serveur);
  if (protocol === 'https:' || (protocol === 'http:' && local.has(hostname))) return origin;
  throw new Error(`${serveur}: the server must be reached by https`);
}

/** The documents that a client may have printed: theirs, by their police or payment. */
const documents =
  /^\/(?:contrats\/[\w-]{1,40}\/(?:releve|attestation)|clients\/[\w-]{1,40}\/releve|paiements\/[\w.-]{1,200}\/recu)\.pdf$/;

export const estDocument = (chemin: string): boolean => documents.test(chemin);
