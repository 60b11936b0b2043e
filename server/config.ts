import { z } from 'zod';
import { isPublicKey, isSealingKey } from './core/journal/seal-key.ts';
import {
  type ConfigurationMobileMoney,
  mobileMoneyMistakes,
  readMobileMoney,
} from './integrations/mobile-money/configuration.ts';
import {
  type ConfigurationPasserelles,
  passerellesMistakes,
  readPasserelles,
} from './integrations/passerelles/configuration.ts';
import { type ConfigurationPush, pushMistakes, readPush } from './integrations/push/configuration.ts';

const secret = z.string().min(32);

/** A key travels over TLS, unless it stays on this machine. */
const keepsSecrets = (url: string) => /^https:\/\/|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/.test(url);

const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//),
  GUICHET_DATA: z.string().default('.data'),
  /** Where photos and papers are kept, of all processes together; `<GUICHET_DATA>/documents` unless given. */
  GUICHET_DOCUMENTS: z.string().min(1).optional(),
  /** Signs the panel's session cookie and the API's access tokens. */
  GUICHET_SECRET: secret,
  /** Where people reach the product, for links in messages: `https://guichet.example`. */
  GUICHET_URL: z.url().optional(),
  /** How many proxies stand before the server, so that addresses and `https` are read from their headers. */
  GUICHET_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  GUICHET_AUJOURDHUI: z.iso.date().optional(),
  /** Connections to PostgreSQL of this process. */
  GUICHET_POOL: z.coerce.number().int().min(3).max(200).default(12),
  /** Whether this process works off the jobs too, or `npm run jobs` does it beside. */
  GUICHET_JOBS: z.enum(['inside', 'separate']).default('inside'),
  /** Ed25519 private key that signs the journal's heads: PEM, or its 32 bytes in base64. */
  GUICHET_CLE_JOURNAL: z.string().refine(isSealingKey).optional(),
  /** Public keys that signed earlier heads, in base64, with commas between. */
  GUICHET_CLES_JOURNAL_RETIREES: z
    .string()
    .transform((list) =>
      list
        .split(',')
        .map((key) => key.trim())
        .filter(Boolean),
    )
    .refine((keys) => keys.every(isPublicKey))
    .default([]),
  /** Whether somebody may open an account alone; it reaches their own rows only. */
  GUICHET_INSCRIPTION: z.enum(['fermee', 'ouverte']).default('fermee'),
  /** Where mail is handed over: `smtps://user:password@mail.example`. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^/]/)
    .optional(),
  MAIL_FROM: z.string().min(3).optional(),
  /** Where SMS are handed over: `https://api.africastalking.com/version1/messaging`. */
  SMS_URL: z.url().refine(keepsSecrets).optional(),
  SMS_UTILISATEUR: z.string().min(1).optional(),
  SMS_CLE: z.string().min(1).optional(),
  /** The name or short number that a telephone shows; without it the gateway's own. */
  SMS_EXPEDITEUR: z
    .string()
    .regex(/^([a-z0-9 ]{3,11}|\+?\d{3,15})$/i)
    .optional(),
});

/** `momo`: the tills that are switched on, each with its settings. `passerelles`: USSD and chatbot. `push`: web push. */
export type Config = z.output<typeof environment> & {
  momo: ConfigurationMobileMoney;
  passerelles: ConfigurationPasserelles;
  push: ConfigurationPush;
};

/** What each mistake means to the one who starts the server. */
const meaning: Record<string, string> = {
  NODE_ENV: 'NODE_ENV doit être development, test ou production',
  PORT: 'PORT doit être un numéro de port entre 0 et 65535',
  DATABASE_URL: 'DATABASE_URL doit être une adresse PostgreSQL (postgres://…)',
  GUICHET_DOCUMENTS: 'GUICHET_DOCUMENTS doit être un dossier',
  GUICHET_SECRET: 'GUICHET_SECRET manque : donnez un secret d’au moins 32 caractères',
  GUICHET_URL: 'GUICHET_URL doit être une adresse complète (https://…)',
  GUICHET_PROXIES: 'GUICHET_PROXIES doit être un nombre entre 0 et 5',
  GUICHET_AUJOURDHUI: 'GUICHET_AUJOURDHUI doit être un jour (AAAA-MM-JJ)',
  GUICHET_POOL: 'GUICHET_POOL doit être un nombre entre 3 et 200',
  GUICHET_JOBS: 'GUICHET_JOBS doit être inside ou separate',
  GUICHET_CLE_JOURNAL: 'GUICHET_CLE_JOURNAL manque ou n’est pas une clé privée Ed25519 (PEM, ou 32 octets en base64)',
  GUICHET_CLES_JOURNAL_RETIREES:
    'GUICHET_CLES_JOURNAL_RETIREES doit être une liste de clés publiques Ed25519 en base64',
  GUICHET_INSCRIPTION: 'GUICHET_INSCRIPTION doit être fermee ou ouverte',
  SMTP_URL: 'SMTP_URL doit être une adresse smtp:// ou smtps://',
  MAIL_FROM: 'MAIL_FROM manque : donnez l’adresse d’où partent les courriels',
  SMS_URL: 'SMS_URL doit être l’adresse https:// de la passerelle SMS',
  SMS_UTILISATEUR: 'SMS_UTILISATEUR manque : donnez le compte de la passerelle SMS',
  SMS_CLE: 'SMS_CLE manque : donnez la clé de la passerelle SMS',
  SMS_EXPEDITEUR: 'SMS_EXPEDITEUR doit être un nom de 3 à 11 lettres ou chiffres, ou un numéro',
};

/** What only some installations must give. */
function missing(env: NodeJS.ProcessEnv): string[] {
  const production = env.NODE_ENV === 'production';
  const needs: [boolean, string][] = [
    [production, 'GUICHET_CLE_JOURNAL'],
    [Boolean(env.SMTP_URL), 'MAIL_FROM'],
    [production && Boolean(env.SMTP_URL), 'GUICHET_URL'],
    [Boolean(env.SMS_UTILISATEUR || env.SMS_CLE || env.SMS_EXPEDITEUR), 'SMS_URL'],
    [Boolean(env.SMS_URL), 'SMS_UTILISATEUR'],
    [Boolean(env.SMS_URL), 'SMS_CLE'],
  ];
  return needs.filter(([needed, name]) => needed && !env[name]).map(([, name]) => name);
}

/** @throws {ConfigError} with every mistake at once */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const read = environment.safeParse(env);
  const wrong = read.error?.issues.map(({ path }) => String(path[0])) ?? [];
  const names = [...new Set([...wrong, ...missing(env)])];
  const mistakes = [
    ...names.map((name) => meaning[name] ?? `${name} n’est pas valable`),
    ...mobileMoneyMistakes(env),
    ...passerellesMistakes(env),
    ...pushMistakes(env),
  ];
  if (read.success && mistakes.length === 0) {
    return { ...read.data, momo: readMobileMoney(env), passerelles: readPasserelles(env), push: readPush(env) };
  }
  throw new ConfigError(mistakes);
}

export class ConfigError extends Error {
  constructor(readonly mistakes: string[]) {
    super(mistakes.join(' ; '));
  }
}
