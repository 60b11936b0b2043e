import { maskPhone } from '../../core/phone.ts';
import type { Operateur } from './mobile-money.ts';

/** One call to an operator and its answer, fit to be kept: keys, tokens and telephones are masked, bodies bounded. */
export interface Echange {
  operateur: Operateur;
  /** What was asked: `jeton`, `demande`, `etat`, `titulaire`, `solde`, … */
  operation: string;
  /** The attempt it is about. */
  reference: string | null;
  methode: string;
  url: string;
  requete: string | null;
  /** HTTP status; null if no answer came. */
  statut: number | null;
  reponse: string | null;
  /** Why no answer came. */
  erreur: string | null;
  debut: Date;
  duree_ms: number;
}

/** Keeps an exchange. It is waited for; if it fails, the payment's outcome stands all the same. */
export type Noter = (echange: Echange) => void | Promise<void>;

const BODY_MAX = 4000;
const STARS = '***';
/** A shorter one would be found in half of all words. */
const SECRET_MIN = 8;

/** The fields that carry secrets, in JSON or in JSON within a text. */
const SECRET_FIELD =
  /(\\?"(?:access_token|refresh_token|apiKey|api_key|client_id|client_secret|hash|pin|password)\\?"\s*:\s*)(?:\\?"((?:[^"\\]|\\.)*)(?:"|$)|([^\s,}\]]+))/gi;
/** A number of Congo or Cameroon, with spaces or without, wherever it stands but inside an identifier. */
const PHONE = /(?<![0-9a-f]|[0-9a-f]{4}-)(?:\+?(?:242|237)(?:[ .]?\d){9}|0[456](?:[ .]?\d){7})(?![0-9a-f])/gi;

const escaped = (text: string) => JSON.stringify(text).slice(1, -1);

/** The ways in which a secret may stand in a text. */
const spellings = (secret: string) => [escaped(escaped(secret)), escaped(secret), encodeURIComponent(secret), secret];

/**
 * A text without the secrets and telephones that it may hold, at most 4 000 characters.
 * @param phones in the spelling in which they may stand there, where they are not of Congo or Cameroon
 */
export function masked(text: string, secrets: readonly string[], phones: readonly string[] = []): string {
  const told = [...text.matchAll(SECRET_FIELD)].flatMap(([, , quoted, bare]) => quoted || bare || []);
  const known = [...secrets.filter(Boolean), ...told.filter((value) => value.length >= SECRET_MIN)].flatMap(spellings);
  const safe = known
    .reduce((rest, secret) => rest.replaceAll(secret, STARS), text.replace(SECRET_FIELD, `$1"${STARS}"`))
    .replace(PHONE, maskPhone);
  const bare = phones.reduce((rest, phone) => rest.replaceAll(phone, maskPhone(phone)), safe);
  return bare.length > BODY_MAX ? `${bare.slice(0, BODY_MAX)}…` : bare;
}
