import {
  conflit,
  indisponible,
  interdit,
  introuvable,
  invalide,
  nonIdentifie,
  Problem,
  perime,
  refuse,
} from '../../core/errors.ts';
import type { Langue } from '../../core/messages/messages.ts';
import { problemBody } from '../problem.ts';
import { type Answer, type Ref, refTo, type Schema } from './types.ts';
import { words } from './words.ts';

const problems: Record<ErrorStatus, Problem> = {
  400: invalide({ telephone: [{ key: 'telephone_invalide' }], nom: [{ key: 'obligatoire' }] }),
  401: nonIdentifie(),
  403: interdit('interdit_action', { permission: 'supprimer', ressource: 'clients' }),
  404: introuvable(),
  409: refuse('dependances', { table: 'clients' }),
  412: perime({ id: 12, revision: 4, libelle: 'KONGO Jean Baptiste' }),
  413: indisponible(413, 'corps_trop_grand'),
  415: indisponible(415, 'type_non_accepte'),
  422: conflit(422, 'cle_deja_utilisee'),
  429: indisponible(429, 'trop_d_essais', { attente: 8 }),
  500: new Problem(500, 'erreur_interne', { key: 'erreur_interne', params: { requete_id: '5b0f1c9e' } }),
  503: indisponible(503, 'base_indisponible'),
};

export type ErrorStatus = 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 429 | 500 | 503;

/** The error answers of the whole API, with what each says. */
export function errorAnswers(langue: Langue): Record<string, Answer> {
  return Object.fromEntries(
    (Object.keys(problems) as unknown as ErrorStatus[]).map((status) => [
      `erreur${status}`,
      errorAnswer(status, langue),
    ]),
  );
}

function errorAnswer(status: ErrorStatus, langue: Langue): Answer {
  const example = problemBody(problems[status], langue, '/api/v1/clients/12');
  const further: Record<number, Answer['headers']> = {
    401: { 'WWW-Authenticate': refTo('headers', 'wwwAuthenticate') },
    429: { 'Retry-After': refTo('headers', 'retryAfter') },
  };
  return {
    description: words(langue).answers[status],
    headers: { ...always, ...further[status] },
    content: { 'application/problem+json': { schema: refTo('schemas', 'Problem'), example } },
  };
}

const always = { 'X-Request-Id': refTo('headers', 'requestId') };

/** The errors that an operation may answer; the unexpected one is always possible. */
export const failing = (...statuses: ErrorStatus[]): Record<string, Ref> =>
  Object.fromEntries(
    [...statuses, 500 as const].map((status) => [String(status), refTo('responses', `erreur${status}`)]),
  );

/** A successful answer as JSON. @param headers names of shared headers, under the names they are sent with */
export const answering = (description: string, schema: Schema | Ref, headers: Record<string, string> = {}): Answer => ({
  description,
  headers: {
    ...always,
    ...Object.fromEntries(Object.entries(headers).map(([name, key]) => [name, refTo('headers', key)])),
  },
  content: { 'application/json': { schema } },
});

export const withoutBody = (description: string): Answer => ({ description, headers: always });

export function sharedHeaders(langue: Langue) {
  const { headers: said } = words(langue);
  const text = (description: string, schema: Schema = { type: 'string' }) => ({ description, schema });
  return {
    etag: text(said.etag, { type: 'string', examples: ['"3"'] }),
    location: text(said.location, { type: 'string', format: 'uri-reference', examples: ['/api/v1/clients/12'] }),
    requestId: text(said.requestId),
    retryAfter: text(said.retryAfter, { type: 'integer', minimum: 1 }),
    contentDisposition: text(said.contentDisposition),
    wwwAuthenticate: text(said.wwwAuthenticate),
    setCookie: text(said.setCookie),
  };
}
