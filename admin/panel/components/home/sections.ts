import type { Description } from '../../../../server/features/rapports/chiffres/decrire.ts';

/** How much of the width a figure takes, of twelve parts. */
export type Width = 5 | 6 | 7 | 12;

export interface Section {
  nom: string;
  cartes: string[];
  chiffres: [nom: string, width: Width][];
}

/** What waits for somebody today first, then how things stand, money, the portfolio, sinistres, trade. */
const sections: Section[] = [
  {
    nom: 'agir',
    cartes: [
      'taches-en-retard',
      'reste-du',
      'sinistres-ouverts',
      'especes-en-retard',
      'demandes-en-attente',
      'a-renouveler',
    ],
    chiffres: [
      ['taches-a-venir', 6],
      ['agents', 6],
    ],
  },
  {
    nom: 'bref',
    cartes: [
      'encaisse',
      'contrats-actifs',
      'clients',
      'opportunites-en-cours',
      'valeur-ponderee',
      'taux-conversion',
      'projets-actifs',
    ],
    chiffres: [],
  },
  {
    nom: 'argent',
    cartes: [],
    chiffres: [
      ['encaissements', 7],
      ['echeances', 5],
    ],
  },
  {
    nom: 'portefeuille',
    cartes: [],
    chiffres: [
      ['contrats', 5],
      ['contrats-produits', 7],
      ['mouvements-produits', 12],
      ['renouvellements', 6],
      ['conversion', 6],
    ],
  },
  { nom: 'sinistres', cartes: [], chiffres: [['sinistres', 12]] },
  {
    nom: 'commerce',
    cartes: [],
    chiffres: [
      ['pipeline', 6],
      ['performance', 6],
      ['opportunites-actives', 6],
      ['performance-responsables', 6],
      ['clients-recents', 6],
      ['projets-recents', 6],
    ],
  },
];

/** Drawn with another, so not by themselves. */
const within: Readonly<Record<string, string>> = { mouvements: 'mouvements-produits' };

/** Where a role begins, when it is not with what waits for everybody. */
const firstOf: Readonly<Record<string, string>> = { instructeur: 'sinistres' };

/** The sections of a home: of each what this person may see; a figure that no section names comes last. */
export function sectionsFor(seen: readonly Description[], role: string | undefined): Section[] {
  const names = new Set(seen.map(({ nom }) => nom));
  const placed = new Set([
    ...sections.flatMap(({ cartes, chiffres }) => [...cartes, ...chiffres.map(([nom]) => nom)]),
    ...Object.keys(within),
  ]);
  const rest = seen.filter(({ nom }) => !placed.has(nom));
  const first = role === undefined ? undefined : firstOf[role];
  const all = [...sections.filter(({ nom }) => nom === first), ...sections.filter(({ nom }) => nom !== first)];
  const others: Section = {
    nom: 'autres',
    cartes: rest.filter(({ forme }) => forme === 'carte').map(({ nom }) => nom),
    chiffres: rest.filter(({ forme }) => forme !== 'carte').map(({ nom }) => [nom, 6]),
  };
  return [...all, others]
    .map(({ nom, cartes, chiffres }) => ({
      nom,
      cartes: cartes.filter((each) => names.has(each)),
      chiffres: chiffres.filter(([each]) => names.has(each)),
    }))
    .filter(({ cartes, chiffres }) => cartes.length + chiffres.length > 0);
}

/** What a section asks for at once: what it shows, and what is drawn with it. */
export const askedFor = ({ cartes, chiffres }: Section, seen: readonly Description[]): string[] => {
  const shown = [...cartes, ...chiffres.map(([nom]) => nom)];
  const also = Object.entries(within).filter(
    ([nom, by]) => shown.includes(by) && seen.some((each) => each.nom === nom),
  );
  return [...shown, ...also.map(([nom]) => nom)];
};
