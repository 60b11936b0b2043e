import { z } from 'zod';
import { periodicites } from '../../assurance/echeancier.ts';

/** Every screen of the conversation. */
export const nomsEcrans = [
  'accueil',
  'produit',
  'montant',
  'periodicite',
  'nom',
  'prenom',
  'revue',
  'payer',
  'montant_payer',
  'autre_montant',
  'contrats',
  'contrat',
  'rattrapage',
  'operateur',
  'message',
] as const;
export type NomEcran = (typeof nomsEcrans)[number];

/** What has been said so far. Amounts in francs. */
const saisieSchema = z.strictObject({
  produit_id: z.int().positive().optional(),
  montant: z.int().positive().optional(),
  periodicite: z.enum(periodicites).optional(),
  nom: z.string().max(60).optional(),
  prenom: z.string().max(60).optional(),
  /** The text agreed to, as it was shown, and when. */
  consentement: z.strictObject({ texte: z.string().max(400), le: z.iso.datetime() }).optional(),
  souscription_id: z.int().positive().optional(),
  paiement: z.enum(['souscription_initiale', 'cotisation', 'rattrapage']).optional(),
  message: z.string().max(400).optional(),
});
export type Saisie = z.output<typeof saisieSchema>;

const place = {
  ecran: z.enum(nomsEcrans),
  /** The screens that « 0 » leads back to, the last one first to be reached at the end. */
  chemin: z.array(z.enum(nomsEcrans)).max(40),
  saisie: saisieSchema,
};

const repriseSchema = z.strictObject(place);
/** A conversation that broke off, as it can be taken up again. */
export type Reprise = z.output<typeof repriseSchema>;

export const etatSchema = z.strictObject({
  ...place,
  langue: z.enum(['fr', 'en']),
  /** Keys of the numbered choices on the screen, in order: what was offered is what is chosen. */
  offerts: z.array(z.string().max(80)).max(9),
  /** Index of the first choice on the screen, and on the next one if there is more. */
  debut: z.int().min(0),
  suite: z.int().min(0).optional(),
  /** The screen as it was shown. */
  affiche: z.string().max(400),
  reprise: repriseSchema.optional(),
});
export type Etat = z.output<typeof etatSchema>;

const reprenables: readonly NomEcran[] = [
  'montant',
  'periodicite',
  'nom',
  'prenom',
  'revue',
  'montant_payer',
  'autre_montant',
  'operateur',
];

/** What of a broken conversation is worth taking up again. */
export const repriseDe = ({ ecran, chemin, saisie }: Etat): Reprise | undefined =>
  reprenables.includes(ecran) ? { ecran, chemin, saisie } : undefined;
