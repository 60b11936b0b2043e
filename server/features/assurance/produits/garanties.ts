import { z } from 'zod';

/** What a product covers. Amounts in francs, waiting periods in days. */
export const garantieSchema = z
  .strictObject({
    code: z.string().regex(/^[a-z][a-z_]{1,39}$/),
    libelle: z.string().trim().min(1).max(120),
    /** The most that one souscription gets for it in a term. */
    plafond: z.int().positive().meta({ unit: 'francs' }),
    carence_jours: z.int().min(0).max(730).meta({ unit: 'jours' }).default(0),
    franchise: z.int().min(0).meta({ unit: 'francs' }).default(0),
    /** How often it may be claimed in a term; null without limit. */
    frequence: z.int().positive().nullable().default(null),
  })
  .refine(({ franchise, plafond }) => franchise < plafond, { error: 'franchise_trop_haute', path: ['franchise'] });

export type Garantie = z.output<typeof garantieSchema>;

export const garantiesSchema = z
  .array(garantieSchema)
  .max(20)
  .superRefine((list, context) => {
    for (const [i, { code }] of list.entries()) {
      if (list.findIndex((each) => each.code === code) === i) continue;
      context.addIssue({ code: 'custom', message: 'garanties_en_double', path: [i, 'code'] });
    }
  });
