import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import type { Caller } from '../core/access.ts';
import type { Langue } from '../core/messages/messages.ts';
import type { Known } from '../features/organisation/utilisateurs/actor.ts';

/** What every request carries once it has entered. */
export interface Entered {
  requete_id: string;
  langue: Langue;
  /** Who is signed in, and by which family of tokens if by one. */
  known?: Known;
  famille?: string;
}

const ENTERED = Symbol('entered');
type Carrying = Request & { [ENTERED]?: Entered };

export const enteredBy = (req: Carrying): Entered => {
  const found = req[ENTERED];
  if (!found) throw new Error('the request has not entered');
  return found;
};

/** Gives each request a name for the journal and the logs, and settles its language. */
export function enter(req: Carrying, res: Response, next: NextFunction): void {
  const given = req.headers['x-request-id'];
  const requete_id = typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
  req[ENTERED] = { requete_id, langue: langueOf(req.headers['accept-language']) };
  res.setHeader('X-Request-Id', requete_id);
  res.setHeader('X-Content-Type-Options', 'nosniff');
  next();
}

/** French unless English is asked for with more weight. */
function langueOf(header = ''): Langue {
  const weight = (langue: string) => {
    const found = header.split(',').find((part) => part.trim().toLowerCase().startsWith(langue));
    return found ? Number(/;\s*q=([\d.]+)/.exec(found)?.[1] ?? 1) : 0;
  };
  return weight('en') > weight('fr') ? 'en' : 'fr';
}

/** The signed-in person at work. The request must have passed `signedIn`. */
export function callerOf(req: Request): Caller {
  const { known, requete_id, langue } = enteredBy(req);
  if (!known) throw new Error('nobody is signed in');
  return { actor: known.actor, surface: 'api', langue, adresse_ip: req.ip, requete_id };
}
