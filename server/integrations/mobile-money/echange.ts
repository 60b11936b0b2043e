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

const SECRET_FIELD =
  /("(?:access_token|refresh_token|apiKey|api_key|client_id|client_secret|hash|pin|password)"\s*:\s*)(?:"(?:[^"\\]|\\.)*"?|[^\s,}\]]+)/gi;
const PHONE_FIELD = /("(?:msisdn|partyId)"\s*:\s*)"?(\+?\d{6,15})"?/gi;
/** A number of Congo or Cameroon with its country code, wherever it stands but inside an identifier. */
const PHONE = /(?<![\w-])\+?(?:242\d{9}|237\d{9})(?![\w-])/g;

/** `+242061234567`, `242061234567` or `061234567` → `+242 06 *** ** 67`, as far as the country is known. */
export function maskPhone(phone: string): string {
  const [, country, start, end] = /^\+?(242|237)?(\d\d)\d*(\d\d)$/.exec(phone) ?? [];
  return start ? `${country ? `+${country} ` : ''}${start} ${STARS} ** ${end}` : STARS;
}

/** The ways in which a secret may stand in a text. */
const spellings = (secret: string) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)];

/** A text without the secrets and telephones that it may hold, at most 4 000 characters. */
export function masked(text: string, secrets: readonly string[]): string {
  const known = secrets.filter(Boolean).flatMap(spellings);
  const bare = known.reduce((rest, secret) => rest.replaceAll(secret, STARS), text);
  const safe = bare
    .replace(SECRET_FIELD, `$1"${STARS}"`)
    .replace(PHONE_FIELD, (_, name: string, phone: string) => `${name}"${maskPhone(phone)}"`)
    .replace(PHONE, maskPhone);
  return safe.length > BODY_MAX ? `${safe.slice(0, BODY_MAX)}…` : safe;
}
