import type { Request, Response } from 'express';
import { readCookie } from '../auth/cookies.ts';
import { demandSameOrigin } from '../auth/passport.ts';
import { bearerOf, jetonBorne } from './jetons.ts';

/** A client’s own telephone keeps what renews the session where no script can read it, and a reload does not lose it. */
const NOM = 'guichet_espace';

const place = { path: '/api', httpOnly: true, sameSite: 'strict' } as const;

export function poserCookie(res: Response, refresh: string, expires: Date, secure: boolean): void {
  res.cookie(NOM, refresh, { ...place, secure, expires });
}

export const effacerCookie = (res: Response, secure: boolean): void => void res.clearCookie(NOM, { ...place, secure });

const lire = (req: Request): string | undefined =>
  req.headers.cookie
    ?.split(/;\s*/)
    .find((part) => part.startsWith(`${NOM}=`))
    ?.slice(NOM.length + 1);

/**
 * What the cookie renews, for a request that is meant for the client’s session: told by `"canal": "espace"`, or by
 * nothing else that could be meant. The page must be our own. @throws 403 for a page of another site
 */
export function renouvellementDuCookie(req: Request, canal: unknown): string | undefined {
  const found = lire(req);
  if (!found || (canal !== 'espace' && parleDuPersonnel(req))) return undefined;
  demandSameOrigin(req);
  return found;
}

/** Staff may use the same browser. */
const parleDuPersonnel = (req: Request): boolean =>
  (bearerOf(req) !== undefined && !jetonBorne(req)) ||
  req.headers['x-api-key'] !== undefined ||
  readCookie(req, 'access') !== undefined ||
  readCookie(req, 'refresh') !== undefined;
