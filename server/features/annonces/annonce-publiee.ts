import { z } from 'zod';
import type { Jour } from '../../core/jours.ts';

/** The job that a publication queues, due on the first day that the annonce is shown. */
export const ANNONCE_PUBLIEE = 'annonce-publiee';

/** `id`: the annonce. It may have been withdrawn meanwhile. */
export const annoncePubliee = z.strictObject({ id: z.int().positive() });

/** Nobody is woken for an annonce: 08:00 in Brazzaville. */
export const matinDu = (jour: Jour): Date => new Date(`${jour}T08:00:00+01:00`);
