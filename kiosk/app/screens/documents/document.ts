/** A paper that a client can take away, by what it is about. */
export type Asked =
  | { document: 'releve'; police?: string }
  | { document: 'attestation'; police: string }
  | { document: 'recu'; paiement: string };

/** Where the API makes it. @param own the police that the client came with */
export function pathOf(asked: Asked, own: string): string {
  const part = encodeURIComponent;
  if (asked.document === 'recu') return `/paiements/${part(asked.paiement)}/recu.pdf`;
  if (asked.document === 'attestation') return `/contrats/${part(asked.police)}/attestation.pdf`;
  return asked.police ? `/contrats/${part(asked.police)}/releve.pdf` : `/clients/${part(own)}/releve.pdf`;
}
