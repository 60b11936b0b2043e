export const statuts = ['a_faire', 'en_cours', 'termine'] as const;
export type Statut = (typeof statuts)[number];

/** What a projet may become, and by which verb. */
export const transitions = {
  demarrer: { de: ['a_faire'], vers: 'en_cours' },
  terminer: { de: ['a_faire', 'en_cours'], vers: 'termine' },
  rouvrir: { de: ['termine'], vers: 'en_cours' },
} as const satisfies Record<string, { de: readonly Statut[]; vers: Statut }>;

/** true when the verb is possible from here; otherwise the key of the sentence that says why not. */
export const mayBecome = (statut: Statut, verb: keyof typeof transitions): true | string =>
  (transitions[verb].de as readonly Statut[]).includes(statut) || `projet_${statut}`;
