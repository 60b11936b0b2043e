import { z } from 'zod';

const secret = z.string().min(32);

const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//),
  GUICHET_DATA: z.string().default('.data'),
  /** Signs the panel's session cookie and the API's access tokens. */
  GUICHET_SECRET: secret,
  /** Where people reach the product, for links in messages: `https://guichet.example`. */
  GUICHET_URL: z.url().optional(),
  /** How many proxies stand before the server, so that addresses and `https` are read from their headers. */
  GUICHET_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  GUICHET_AUJOURDHUI: z.iso.date().optional(),
  /** Connections to PostgreSQL of this process. */
  GUICHET_POOL: z.coerce.number().int().min(3).max(200).default(12),
});

export type Config = z.output<typeof environment>;

/** What each mistake means to the one who starts the server. */
const meaning: Record<string, string> = {
  NODE_ENV: 'NODE_ENV doit être development, test ou production',
  PORT: 'PORT doit être un numéro de port entre 0 et 65535',
  DATABASE_URL: 'DATABASE_URL doit être une adresse PostgreSQL (postgres://…)',
  GUICHET_SECRET: 'GUICHET_SECRET manque : donnez un secret d’au moins 32 caractères',
  GUICHET_URL: 'GUICHET_URL doit être une adresse complète (https://…)',
  GUICHET_PROXIES: 'GUICHET_PROXIES doit être un nombre entre 0 et 5',
  GUICHET_AUJOURDHUI: 'GUICHET_AUJOURDHUI doit être un jour (AAAA-MM-JJ)',
  GUICHET_POOL: 'GUICHET_POOL doit être un nombre entre 3 et 200',
};

/** @throws {ConfigError} with every mistake at once */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const read = environment.safeParse(env);
  if (read.success) return read.data;
  const names = [...new Set(read.error.issues.map(({ path }) => String(path[0])))];
  throw new ConfigError(names.map((name) => meaning[name] ?? `${name} n’est pas valable`));
}

export class ConfigError extends Error {
  constructor(readonly mistakes: string[]) {
    super(mistakes.join(' ; '));
  }
}
