export const statuts = ['declare', 'instruction', 'a_approuver', 'accepte', 'rejete', 'paye'] as const;
export type Statut = (typeof statuts)[number];

/** What a sinistre may become, and by which verb. Where two states are named, the sums decide. */
export const transitions = {
  affecter: { de: ['declare', 'instruction'], vers: ['instruction'] },
  evaluer: { de: ['instruction'], vers: ['instruction'] },
  accepter: { de: ['instruction'], vers: ['accepte', 'a_approuver'] },
  approuver: { de: ['a_approuver'], vers: ['accepte'] },
  renvoyer: { de: ['a_approuver'], vers: ['instruction'] },
  rejeter: { de: ['declare', 'instruction', 'a_approuver', 'accepte'], vers: ['rejete'] },
  payer: { de: ['accepte'], vers: ['accepte', 'paye'] },
  rouvrir: { de: ['rejete'], vers: ['declare', 'instruction'] },
} as const satisfies Record<string, { de: readonly Statut[]; vers: readonly Statut[] }>;

export type Transition = keyof typeof transitions;

/** true when the verb is possible from here; otherwise the key of the sentence that says why not. */
export const mayBecome = (statut: Statut, verb: Transition): true | string =>
  (transitions[verb].de as readonly Statut[]).includes(statut) || `sinistre_${statut}`;
