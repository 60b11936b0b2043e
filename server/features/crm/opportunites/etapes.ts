export const etapes = ['prospect', 'qualification', 'proposition', 'negociation', 'conclusion'] as const;
export type Etape = (typeof etapes)[number];

export const statuts = ['en_cours', 'gagnee', 'perdue'] as const;
export type Statut = (typeof statuts)[number];

/** How likely it is at each étape that it will be won, in hundredths, unless somebody knows better. */
export const probabilites: Readonly<Record<Etape, number>> = {
  prospect: 10,
  qualification: 25,
  proposition: 50,
  negociation: 75,
  conclusion: 100,
};

/** The étapes that lie further on, or further back. */
export const apres = (etape: Etape): readonly Etape[] => etapes.slice(etapes.indexOf(etape) + 1);
export const avant = (etape: Etape): readonly Etape[] => etapes.slice(0, etapes.indexOf(etape));

const transitions = {
  'avancer-etape': ['en_cours'],
  'revenir-etape': ['en_cours'],
  perdre: ['en_cours'],
  rouvrir: ['perdue', 'gagnee'],
} as const satisfies Record<string, readonly Statut[]>;

/** true when the verb is possible from here; otherwise the key of the sentence that says why not. */
export const mayBecome = (statut: Statut, verb: keyof typeof transitions): true | string =>
  (transitions[verb] as readonly Statut[]).includes(statut) || `opportunite_${statut}`;
