/** Why a sinistre is rejected: a closed list, each with the number that stands in the letter to the client. */
export const motifsRejet = {
  hors_garantie: 1,
  carence: 2,
  non_couvert: 3,
  plafond_epuise: 4,
  declaration_tardive: 5,
  pieces_manquantes: 6,
  doublon: 7,
  fausse_declaration: 8,
  frequence_epuisee: 9,
  sous_franchise: 10,
  autre: 99,
} as const;

export type MotifRejet = keyof typeof motifsRejet;
export const motifs = Object.keys(motifsRejet) as MotifRejet[];

/** What speaks against a sinistre as it is declared. The client may declare all the same; acceptance looks again. */
export const alertes = ['non_couvert', 'carence', 'plafond_epuise', 'frequence_epuisee', 'sous_franchise'] as const;
export type Alerte = (typeof alertes)[number];
