import { createHash, timingSafeEqual } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { introuvable, Problem } from '../../core/errors.ts';
import { allowedFrom } from '../../integrations/passerelles/configuration.ts';
import { problemBody } from '../problem.ts';
import { enteredBy } from '../request.ts';

const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * Lets a gateway in by the secret at the end of its address, and from where it may call. To anybody else there is
 * nothing here.
 * @throws 404
 */
export function gatewayOnly(secret: string | undefined, addresses: readonly string[] = []): RequestHandler {
  const expected = secret === undefined ? undefined : digest(secret);
  const allowed = allowedFrom(addresses);
  return (req, _res, next) => {
    const given = digest(String(req.params.secret));
    if (!expected || !timingSafeEqual(given, expected) || !allowed(req.ip)) throw introuvable('chemin_inconnu');
    next();
  };
}

/** Errors in the gateway's own words. Its address holds a secret, so neither the answer nor the log repeats it. */
export const tellGateway =
  (failed: (res: Response) => void) =>
  (error: unknown, req: Request, res: Response, next: NextFunction): void => {
    const { requete_id, langue } = enteredBy(req);
    const problem = known(error);
    if (problem) {
      res.status(problem.status).type('application/problem+json');
      return void res.end(JSON.stringify(problemBody(problem, langue)));
    }
    console.error(requete_id, req.method, 'passerelle', error instanceof Error ? error.stack : error);
    if (res.headersSent) return void next(error);
    failed(res);
  };

interface ParserError {
  type?: string;
  status?: number;
}

/** A request that is not one: what the gateway's operator must mend. */
function known(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error.status < 500 ? error : undefined;
  const { type, status } = error as ParserError;
  if (type === 'entity.too.large') return new Problem(413, 'indisponible', { key: 'corps_trop_grand' });
  if (type !== undefined || status === 400) return new Problem(400, 'invalide', { key: 'requete_invalide' });
  return undefined;
}
