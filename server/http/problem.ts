import type { NextFunction, Request, Response } from 'express';
import { indisponible, invalide, Problem } from '../core/errors.ts';
import { type Langue, say } from '../core/messages/messages.ts';
import { fromDatabase } from '../core/records/database-errors.ts';
import { enteredBy } from './request.ts';

/** RFC 9457, with a stable `code`, a sentence in `detail` and `message`, and `errors` by field. */
export function problemBody(problem: Problem, langue: Langue, instance?: string) {
  const message = say(langue, problem.said);
  const errors = Object.fromEntries(
    Object.entries(problem.errors).map(([field, said]) => [field, said.map((each) => say(langue, each))]),
  );
  return {
    type: `/api/docs#probleme-${problem.code}`,
    title: problem.code,
    status: problem.status,
    detail: message,
    ...(instance ? { instance } : {}),
    code: problem.code,
    message,
    ...(Object.keys(errors).length > 0 ? { errors } : {}),
    ...problem.extra,
  };
}

interface ParserError {
  type?: string;
  status?: number;
}

/** Turns what body parsing and routing throw into the same few errors; undefined for what nobody expected. */
function known(error: unknown): Problem | undefined {
  const found = fromDatabase(error);
  if (found instanceof Problem) return found;
  const { type, status } = error as ParserError;
  if (type === 'entity.too.large') return indisponible(413, 'corps_trop_grand');
  if (type === 'encoding.unsupported' || type === 'charset.unsupported') return indisponible(415, 'type_non_accepte');
  if (type?.startsWith('entity.') || type?.startsWith('request.')) return invalide({}, 'json_invalide');
  if (error instanceof URIError || status === 400) return invalide({}, 'requete_invalide');
  return undefined;
}

/** The one place where errors become answers. What nobody expected is logged, and told only by its reference. */
export function handleProblem(error: unknown, req: Request, res: Response, next: NextFunction): void {
  const { requete_id, langue } = enteredBy(req);
  const problem = known(error) ?? new Problem(500, 'erreur_interne', { key: 'erreur_interne', params: { requete_id } });
  if (problem.status === 500) console.error(requete_id, req.method, placeOf(req.path), stackOf(error));
  if (res.headersSent) return void next(error);
  if (problem.extra.attente) res.setHeader('Retry-After', String(problem.extra.attente));
  if (problem.status === 401) res.setHeader('WWW-Authenticate', 'Bearer realm="guichet"');
  res.status(problem.status).type('application/problem+json');
  res.setHeader('Content-Language', langue);
  res.end(JSON.stringify(problemBody(problem, langue, req.originalUrl.split('?')[0])));
}

/** A path without what is somebody’s in it: a police, the number of a payment, the token of a link. */
const placeOf = (path: string): string =>
  path.replace(/[^/]+/g, (part) => (/^([a-z_-]+(\.pdf)?|v1|\d{1,10})$/.test(part) ? part : '…'));

/** Where it happened, without the values that a database error carries along. */
const stackOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
