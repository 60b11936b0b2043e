import { createECDH, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { estHote, estOrigineLocale } from './hotes.ts';

const words = (list: string) =>
  list
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);

const bytes = (count: number) => (text: string) =>
  /^[\w-]+$/.test(text) && Buffer.from(text, 'base64url').length === count;

const settings = {
  /** The pair that tells push services who we are, in base64url: point of P-256 (65 bytes) and number (32 bytes). */
  GUICHET_VAPID_PUBLIC: z.string().refine(bytes(65)).optional(),
  GUICHET_VAPID_PRIVATE: z.string().refine(bytes(32)).optional(),
  /** Whom a push service reaches when our messages give it trouble. */
  GUICHET_VAPID_SUBJECT: z
    .string()
    .regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/[^\s/]+\S*)$/)
    .optional(),
  /** Push services beyond the known ones: `push.example.org,*.push.example.org`. */
  PUSH_HOTES: z
    .string()
    .transform(words)
    .refine((list) => list.every((each) => estHote(each) || estOrigineLocale(each)))
    .default([]),
};

export type ConfigurationPush = z.output<z.ZodObject<typeof settings>>;

/** What a setting that cannot be read should have been. */
const meaning: Record<keyof ConfigurationPush, string> = {
  GUICHET_VAPID_PUBLIC: 'GUICHET_VAPID_PUBLIC manque ou n’est pas une clé publique VAPID (65 octets en base64url)',
  GUICHET_VAPID_PRIVATE: 'GUICHET_VAPID_PRIVATE manque ou n’est pas une clé privée VAPID (32 octets en base64url)',
  GUICHET_VAPID_SUBJECT: 'GUICHET_VAPID_SUBJECT manque ou n’est pas une adresse mailto: ou https:',
  PUSH_HOTES: 'PUSH_HOTES doit être une liste de noms d’hôtes (push.example.org,*.push.example.org)',
};

type Env = Record<string, string | undefined>;

/** Every mistake in the settings of web push, as French sentences for the one who starts the server. */
export function pushMistakes(env: Env): string[] {
  const read = z.object(settings).safeParse(env);
  const wrong = read.error?.issues.map(({ path }) => path[0] as keyof ConfigurationPush) ?? [];
  const names = [...new Set([...wrong, ...missing(env)])];
  const mistakes = names.map((name) => meaning[name]);
  if (!read.success) return mistakes;
  const { GUICHET_VAPID_PUBLIC: publique, GUICHET_VAPID_PRIVATE: privee, PUSH_HOTES } = read.data;
  if (publique && privee && !forment(publique, privee))
    mistakes.push('GUICHET_VAPID_PUBLIC et GUICHET_VAPID_PRIVATE ne vont pas ensemble');
  if (env.NODE_ENV === 'production' && PUSH_HOTES.some(estOrigineLocale))
    mistakes.push('PUSH_HOTES ne prend pas d’adresse http:// en production');
  return mistakes;
}

/** One of the pair is no use alone. */
function missing(env: Env): (keyof ConfigurationPush)[] {
  const all = ['GUICHET_VAPID_PUBLIC', 'GUICHET_VAPID_PRIVATE', 'GUICHET_VAPID_SUBJECT'] as const;
  return env.GUICHET_VAPID_PUBLIC || env.GUICHET_VAPID_PRIVATE ? all.filter((name) => !env[name]) : [];
}

function forment(publique: string, privee: string): boolean {
  const curve = createECDH('prime256v1');
  try {
    curve.setPrivateKey(privee, 'base64url');
  } catch {
    return false;
  }
  return timingSafeEqual(curve.getPublicKey(), Buffer.from(publique, 'base64url'));
}

/** Without keys push is off in production. @throws {TypeError} with every mistake at once */
export function readPush(env: Env = process.env): ConfigurationPush {
  const mistakes = pushMistakes(env);
  if (mistakes.length > 0) throw new TypeError(mistakes.join(' ; '));
  return z.object(settings).parse(env);
}
