import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { nomImprimante } from '../impression/cups.ts';

const FICHIER = '/etc/guichet-borne/borne.json';

/** What the terminal was told by who installed it. */
export interface Configuration {
  /** The origin of the server: `https://guichet.example`. */
  serveur: string;
  /** A queue of CUPS; undefined where there is no printer. */
  imprimante?: string;
  sens: 'portrait' | 'paysage';
}

/** Why the terminal cannot start, each mistake naming its setting. */
export class ConfigurationFausse extends Error {
  constructor(readonly fautes: readonly string[]) {
    super(fautes.join('\n'));
  }
}

/** Tokens travel over TLS, unless they stay on this machine. */
const local = new Set(['localhost', '127.0.0.1', '[::1]']);
const sur = (url: URL) => url.protocol === 'https:' || (url.protocol === 'http:' && local.has(url.hostname));
const nu = (url: URL) => `${url.origin}/` === url.href;

const serveur = z
  .string({ error: ({ input }) => (input === undefined ? 'il manque : l’adresse du serveur' : 'un texte est attendu') })
  .transform((text, context) => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const faute = !url
      ? 'ce n’est pas une adresse ; exemple : https://guichet.exemple.cg'
      : !sur(url)
        ? 'l’adresse doit commencer par https:// (http:// ne vaut que pour cette machine)'
        : !nu(url)
          ? 'l’adresse du serveur seule est attendue, sans chemin, compte ni paramètre'
          : undefined;
    if (faute) context.addIssue({ code: 'custom', message: faute });
    return url?.origin ?? '';
  });

const schema = z.strictObject({
  serveur,
  imprimante: z
    .string('un texte est attendu')
    .regex(nomImprimante, 'ce n’est pas un nom de file CUPS : lettres, chiffres, point, tiret et souligné')
    .optional(),
  sens: z.enum(['portrait', 'paysage'], 'portrait ou paysage est attendu').default('portrait'),
});

/**
 * Reads the settings of the terminal: the file, and above it the environment (`GUICHET_BORNE_SERVEUR`, `_IMPRIMANTE`,
 * `_SENS`; `GUICHET_BORNE_CONFIGURATION` names another file).
 * @throws {ConfigurationFausse} with a French sentence for each mistake
 */
export function lireConfiguration(env: NodeJS.ProcessEnv = process.env): Configuration {
  const fichier = env.GUICHET_BORNE_CONFIGURATION || FICHIER;
  const above = {
    serveur: env.GUICHET_BORNE_SERVEUR || undefined,
    imprimante: env.GUICHET_BORNE_IMPRIMANTE || undefined,
    sens: env.GUICHET_BORNE_SENS || undefined,
  };
  const given = Object.entries(above).filter(([, value]) => value !== undefined);
  return verifier({ ...contenu(fichier), ...Object.fromEntries(given) }, fichier);
}

/** @param source what to name where a mistake belongs to no setting @throws {ConfigurationFausse} */
export function verifier(reglages: object, source: string): Configuration {
  const read = schema.safeParse(reglages);
  if (read.success) return read.data;
  throw new ConfigurationFausse(read.error.issues.flatMap((issue) => sentences(issue, source)));
}

function sentences(issue: z.core.$ZodIssue, fichier: string): string[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => `${key} : ce réglage n’existe pas (${fichier})`);
  return [`${issue.path.join('.') || fichier} : ${issue.message}`];
}

/** The file's settings; none where there is no file. */
function contenu(fichier: string): object {
  try {
    const read: unknown = JSON.parse(readFileSync(fichier, 'utf8'));
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    if (!(error instanceof SyntaxError)) throw new ConfigurationFausse([`${fichier} : ne se laisse pas lire`]);
  }
  throw new ConfigurationFausse([`${fichier} : ce n’est pas du JSON, ou pas un objet { … }`]);
}
