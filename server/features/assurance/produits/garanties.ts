import { z } from 'zod';

/** What a product covers. Amounts in francs, waiting periods in days. */
export const garantieSchema = z.strictObject({
  code: z.string().regex(/^[a-z][a-z_]{1,39}$/),
  libelle: z.string().trim().min(1).max(120),
  /** The most that one souscription gets for it in a term. */
  plafond: z.int().positive(),
  carence_jours: z.int().min(0).max(730).default(0),
  franchise: z.int().min(0).default(0),
  /** How often it may be claimed in a term; null without limit. */
  frequence: z.int().positive().nullable().default(null),
});

export type Garantie = z.output<typeof garantieSchema>;

export const garantiesSchema = z
  .array(garantieSchema)
  .max(20)
  .refine((list) => new Set(list.map(({ code }) => code)).size === list.length, { error: 'garanties_en_double' })
  .refine((list) => list.every(({ franchise, plafond }) => franchise < plafond), { error: 'franchise_trop_haute' });
