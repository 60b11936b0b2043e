import { ConfigError } from './config.ts';

/** Why there is no starting, in one sentence for the one who starts it. */
export class CannotStart extends Error {}

const reasons: Record<string, string> = {
  ECONNREFUSED: 'rien ne répond à cette adresse',
  ENOTFOUND: 'ce serveur est inconnu',
  EAI_AGAIN: 'le nom de ce serveur ne se résout pas',
  EHOSTUNREACH: 'ce serveur est hors d’atteinte',
  ENETUNREACH: 'ce réseau est hors d’atteinte',
  ETIMEDOUT: 'ce serveur ne répond pas',
  ECONNRESET: 'ce serveur coupe la connexion',
  '28P01': 'le mot de passe n’est pas le bon',
  '28000': 'ce compte n’y a pas accès',
  '3D000': 'cette base n’existe pas',
  '42501': 'ce compte n’a pas les droits qu’il faut',
  '53300': 'toutes ses connexions sont prises',
  '57P03': 'le serveur démarre ou s’arrête',
};

/** One clear sentence for what the one who starts it can mend; undefined for a mistake of ours. */
export function explain(error: unknown): string | undefined {
  if (error instanceof ConfigError) return error.mistakes.map(sentence).join('\n');
  if (error instanceof CannotStart) return sentence(error.message);
  return undefined;
}

/** What to say when PostgreSQL at `url` did not let us in; never its password. */
export function unreachable(url: string, error: unknown): CannotStart {
  const { host, pathname } = new URL(url);
  const { code = '', message = '' } = error as { code?: string; message?: string };
  const timedOut = /timeout/i.test(message) ? reasons.ETIMEDOUT : undefined;
  const why = reasons[code] ?? timedOut ?? message;
  return new CannotStart(`PostgreSQL est inaccessible (${host}${pathname}) : ${why}`);
}

const sentence = (text: string): string => (text.endsWith('.') ? text : `${text}.`);
