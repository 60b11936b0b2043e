import { z } from 'zod';
import type { Francs } from '../../../core/money.ts';

const PRIX_MAX = 1_000_000_000;
const QUANTITE_MAX = 100_000;
/** Francs: what a whole devis may come to, far below what a number loses its last franc at. */
export const MONTANT_MAX = 1_000_000_000_000;

/** What is offered: a quantity of up to two decimals, a price in whole francs for one. */
export const lignesSchema = z
  .array(
    z
      .strictObject({
        libelle: z.string().trim().min(1).max(200),
        quantite: z.number().min(0.01).max(QUANTITE_MAX).multipleOf(0.01),
        prix: z.int().min(0).max(PRIX_MAX).meta({ unit: 'francs' }),
      })
      .meta({ product: ['quantite', 'prix'] }),
  )
  .min(1)
  .max(100);

export type Ligne = z.output<typeof lignesSchema>[number];

/** Half a franc is rounded up, as PostgreSQL does (`montant_lignes`); hundredths are whole, so nothing is lost before. */
export const montantLigne = ({ quantite, prix }: Ligne): Francs =>
  Number((BigInt(Math.round(quantite * 100)) * BigInt(prix) + 50n) / 100n);

export const montantDe = (lignes: readonly Ligne[]): Francs =>
  lignes.reduce((total, ligne) => total + montantLigne(ligne), 0);
