export const statuts = ['brouillon', 'envoye', 'consulte', 'accepte', 'refuse'] as const;
export type Statut = (typeof statuts)[number];

/** What a devis may become, and by which verb. Opening the private link is a verb of the client's. */
export const transitions = {
  envoyer: { de: ['brouillon', 'envoye', 'consulte'], vers: 'envoye' },
  consulter: { de: ['envoye'], vers: 'consulte' },
  accepter: { de: ['envoye', 'consulte'], vers: 'accepte' },
  refuser: { de: ['envoye', 'consulte'], vers: 'refuse' },
} as const satisfies Record<string, { de: readonly Statut[]; vers: Statut }>;

export type Transition = keyof typeof transitions;

/** true when the verb is possible from here; otherwise the key of the sentence that says why not. */
export const mayBecome = (statut: Statut, verb: Transition): true | string =>
  (transitions[verb].de as readonly Statut[]).includes(statut) || `devis_${statut}`;

interface Connu {
  statut: Statut;
  /** Told by PostgreSQL where the row was read for somebody; whoever answers checks them again. */
  expire?: boolean;
  remplace?: boolean;
}

/** The same for an answer: the last version alone is answered, and accepted while it is valid. */
export function mayAnswer({ statut, expire, remplace }: Connu, verb: 'accepter' | 'refuser'): true | string {
  const possible = mayBecome(statut, verb);
  if (possible !== true) return possible;
  if (remplace) return 'devis_remplace';
  return !(expire && verb === 'accepter') || 'devis_expire';
}
