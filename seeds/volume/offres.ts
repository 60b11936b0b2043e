import type { Periodicite } from '../../server/features/assurance/echeancier.ts';

/** What is asked for, so many times out of a hundred; francs per period. */
export interface Offre {
  produit: string;
  poids: number;
  montants: number[];
  periodicites: Periodicite[];
}

export const offres: Offre[] = [
  {
    produit: 'PASS-KIMIA',
    poids: 32,
    montants: [100, 200, 500, 1000, 2500],
    periodicites: ['mensuelle', 'trimestrielle', 'unique'],
  },
  {
    produit: 'PASS-BATELA',
    poids: 20,
    montants: [500, 1000, 2000, 5000, 10_000],
    periodicites: ['mensuelle', 'trimestrielle'],
  },
  {
    produit: 'PASS-SALISA',
    poids: 18,
    montants: [300, 500, 1000, 3000],
    periodicites: ['mensuelle', 'trimestrielle', 'annuelle'],
  },
  { produit: 'VIE', poids: 8, montants: [10_000, 15_000, 25_000], periodicites: ['mensuelle', 'trimestrielle'] },
  {
    produit: 'AUTO',
    poids: 12,
    montants: [65_000, 90_000, 140_000],
    periodicites: ['semestrielle', 'annuelle', 'unique'],
  },
  { produit: 'HABITATION', poids: 4, montants: [18_000, 30_000, 45_000], periodicites: ['semestrielle', 'annuelle'] },
  { produit: 'SANTE', poids: 6, montants: [15_000, 25_000, 40_000], periodicites: ['mensuelle', 'trimestrielle'] },
];
