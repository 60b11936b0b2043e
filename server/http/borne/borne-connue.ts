import type { Request } from 'express';
import { borneRevoquee } from '../../features/borne/bornes/contact.ts';
import type { BorneConnue } from '../../features/borne/bornes/enrolement.ts';

const bornes = new WeakMap<Request, BorneConnue>();

export const porterBorne = (req: Request, borne: BorneConnue): void => void bornes.set(req, borne);

/** The enrolled terminal that a request comes from, if it comes from one. */
export const borneDe = (req: Request): BorneConnue | undefined => bornes.get(req);

/** @throws 401 `borne_revoquee` for a request that comes from none */
export function borneExigee(req: Request): BorneConnue {
  const borne = bornes.get(req);
  if (!borne) throw borneRevoquee();
  return borne;
}
