/** Our own scheme: `file:` would let a page read the disk, `http:` would need a port that others can reach. */
export const SCHEME = 'app';

/** The screens live on one host, the few pages of the shell itself on another: neither may go to the other. */
export type Hote = 'guichet' | 'coque';

/** What a window can show. */
export const pages = {
  accueil: { hote: 'guichet', adresse: 'app://guichet/borne/' },
  attente: { hote: 'coque', adresse: 'app://coque/attente.html' },
  entretien: { hote: 'coque', adresse: 'app://coque/entretien.html' },
  enrolement: { hote: 'coque', adresse: 'app://coque/enrolement.html' },
} as const satisfies Record<string, { hote: Hote; adresse: string }>;

export type Page = keyof typeof pages;

/**
 * Whether an address is within a host of ours. Its origin would be `null`, like that of every other scheme of one’s
 * own: protocol and host are compared.
 */
export function estChez(hote: Hote, adresse: string): boolean {
  if (!URL.canParse(adresse)) return false;
  const { protocol, hostname, port, username, password } = new URL(adresse);
  return protocol === `${SCHEME}:` && hostname === hote && `${port}${username}${password}` === '';
}

/** Whether an address is a page of a host of ours, and not a file or an answer beside it. */
export const estPage = (hote: Hote, adresse: string): boolean =>
  estChez(hote, adresse) && (hote === 'coque' || new URL(adresse).pathname.startsWith('/borne/'));
