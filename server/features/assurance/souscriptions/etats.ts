/** What a souscription may become, and by which verb. Activation is not here: only a payment does it. */
export const transitions = {
  annuler: { de: ['en_attente'], vers: 'annulee' },
  rejeter: { de: ['en_attente'], vers: 'rejetee' },
  suspendre: { de: ['activee'], vers: 'suspendue' },
  reactiver: { de: ['suspendue'], vers: 'activee' },
  resilier: { de: ['activee', 'suspendue'], vers: 'resiliee' },
} as const;

export type Transition = keyof typeof transitions;

export const statuts = ['en_attente', 'activee', 'suspendue', 'resiliee', 'annulee', 'rejetee'] as const;
export type Statut = (typeof statuts)[number];

/** true when the verb is possible from here; otherwise the key of the sentence that says why not. */
export const mayBecome = (statut: Statut, verb: Transition): true | string =>
  (transitions[verb].de as readonly Statut[]).includes(statut) || `souscription_${statut}`;
