import { z } from 'zod';
import { parse } from '../../core/validation.ts';
import { nomsRapports } from '../../features/rapports/etats/catalogue.ts';
import type { Demande } from '../../features/rapports/etats/demande.ts';
import { enTextes } from '../../features/rapports/etats/enregistres/demande.ts';
import { colonnesSchema, filtresSchema } from '../../features/rapports/etats/enregistres/rapport-enregistre.ts';
import { formats } from '../../features/rapports/etats/fichier/formats.ts';

const corps = z.strictObject({
  rapport: z.enum(nomsRapports),
  format: z.enum(formats),
  filtres: filtresSchema.default({}),
  colonnes: colonnesSchema.optional(),
  grouper_par: z.string().max(80).nullish(),
  /** false: never the file itself, always an export to be fetched. */
  attendre: z.boolean().default(true),
});

/** What is asked of an export. @throws 400 naming each field */
export function lireCorps(body: unknown): { demande: Demande; format: (typeof formats)[number]; attendre: boolean } {
  const { rapport, format, filtres, colonnes, grouper_par, attendre } = parse(corps, body ?? {});
  const demande = { rapport, filtres: enTextes(filtres), colonnes, grouper_par: grouper_par ?? undefined };
  return { demande, format, attendre };
}
