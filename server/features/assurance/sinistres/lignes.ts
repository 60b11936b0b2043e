import { z } from 'zod';
import type { Francs } from '../../../core/money.ts';

const code = z.string().regex(/^[a-z][a-z_]{1,39}$/);
const MAX = 1_000_000_000;
const francs = (min: number) => z.int().min(min).max(MAX).meta({ unit: 'francs' });

/** One line per garantie. */
const oncePerGarantie = (list: { garantie: string }[], context: z.RefinementCtx) => {
  for (const [i, { garantie }] of list.entries()) {
    if (list.findIndex((each) => each.garantie === garantie) === i) continue;
    context.addIssue({ code: 'custom', message: 'garantie_repetee', path: [i, 'garantie'] });
  }
};

/** What is asked for, by the code of a garantie that was sold. */
export const lignesSchema = z
  .array(z.strictObject({ garantie: code, demande: francs(1) }))
  .min(1)
  .max(20)
  .superRefine(oncePerGarantie);

export type Ligne = z.output<typeof lignesSchema>[number];

/** What the institution grants of it; a garantie that is not named gets nothing. */
export const evaluationSchema = z
  .array(z.strictObject({ garantie: code, accorde: francs(0), motif: z.string().trim().min(1).max(500).optional() }))
  .min(1)
  .max(20)
  .superRefine(oncePerGarantie);

export type Evaluation = z.output<typeof evaluationSchema>[number];

/** What was granted, and what of it has been paid. */
export const accordsSchema = z.array(
  z.strictObject({ garantie: code, accorde: francs(0), paye: francs(0), motif: z.string().nullable() }),
);

export type Accord = z.output<typeof accordsSchema>[number];

const sum = (amounts: Francs[]): Francs => amounts.reduce((total, amount) => total + amount, 0);

export const totalAccorde = (accords: readonly Accord[]): Francs => sum(accords.map(({ accorde }) => accorde));
export const totalPaye = (accords: readonly Accord[]): Francs => sum(accords.map(({ paye }) => paye));

/** Pays a sum to the lines in their order, or with a negative sum takes it back from the last. */
export function repartir(accords: readonly Accord[], montant: Francs): Accord[] {
  let left = montant;
  const step = (accord: Accord): Accord => {
    const part = left > 0 ? Math.min(left, accord.accorde - accord.paye) : Math.max(left, -accord.paye);
    left -= part;
    return { ...accord, paye: accord.paye + part };
  };
  const done = montant > 0 ? accords.map(step) : accords.toReversed().map(step).toReversed();
  if (left !== 0) throw new RangeError(`${left} francs have no line`);
  return done;
}
