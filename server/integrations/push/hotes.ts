/** Where the browsers that are known have their messages handed in; `*.` stands for any labels before. */
const CONNUS: readonly string[] = [
  'fcm.googleapis.com',
  'updates.push.services.mozilla.com',
  '*.push.services.mozilla.com',
  '*.push.apple.com',
  '*.notify.windows.com',
];

const LONGUEUR_MAX = 2000;

/** Printable, without a backslash, which some readers of addresses take for a slash. */
const LISIBLE = /^https?:\/\/([^/?]+)([/?][\x21-\x22\x24-\x5b\x5d-\x7e]*)?$/i;
/** A name and perhaps a port: no user, no escape, no other alphabet. */
const AUTORITE = /^([a-z0-9-]+\.)*[a-z0-9-]+(:\d{1,5})?$/i;

/**
 * The address as we call it, if a message may be handed in there; it came from a person, and this server calls it.
 * @param autres beyond the known ones: `push.example.org`, `*.example.org`, or an origin of this machine over http
 */
export function endpointAdmis(endpoint: string, autres: readonly string[] = []): string | undefined {
  const autorite = endpoint.length <= LONGUEUR_MAX ? LISIBLE.exec(endpoint)?.[1] : undefined;
  if (!autorite || !AUTORITE.test(autorite) || !URL.canParse(endpoint)) return undefined;
  const { protocol, hostname, port, origin, href } = new URL(endpoint);
  if (protocol === 'http:') return autres.includes(origin) ? href : undefined;
  return port === '' && [...CONNUS, ...autres].some((hote) => convient(hote, hostname)) ? href : undefined;
}

const convient = (hote: string, hostname: string): boolean =>
  hote.startsWith('*.') ? hostname.endsWith(hote.slice(1)) : hostname === hote;

/** A host by its name, with or without `*.` before; never a whole top-level domain, never a number. */
export const estHote = (text: string): boolean => /^(\*\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/.test(text);

/** An origin of this machine, for tests and trials. */
export const estOrigineLocale = (text: string): boolean => /^http:\/\/(localhost|127\.0\.0\.1):\d{1,5}$/.test(text);
