import type { RequestHandler, Router } from 'express';
import type { Guichet } from '../../guichet.ts';
import { annoncesRoutes } from './annonces.ts';
import { changerRoutes } from './changer.ts';
import { documentsRoutes } from './documents.ts';
import { envoyerRoutes } from './envoyer.ts';
import { liensRoutes } from './envoyer-liens.ts';
import { type Jetons, jetonBorne } from './jetons.ts';
import { lireRoutes } from './lire.ts';
import { payerRoutes } from './payer.ts';
import { publiquesRoutes } from './publiques.ts';
import { pushRoutes } from './push.ts';
import { porterSession } from './requete.ts';

type Methode = 'get' | 'post' | 'put' | 'delete';

/** Where routes are put behind a door. */
export type Porte = Record<Methode, (path: string, handler: RequestHandler<Record<string, string>>) => void>;

/**
 * Puts the client's surface, at the terminal and on the telephone, before the staff's. Its paths below `/clients` and
 * `/contrats` meet theirs: the token decides. What is not a client's goes on to the staff's routes.
 */
export function borneRoutes(api: Router, guichet: Guichet, jetons: Jetons): void {
  const public_ = porte(api, (_req, res, next) => {
    res.setHeader('Cache-Control', 'no-store');
    next();
  });
  publiquesRoutes(public_, guichet, jetons);
  annoncesRoutes(public_, guichet, jetons);
  liensRoutes(public_, guichet);
  const client = porte(api, async (req, res, next) => {
    const token = jetonBorne(req);
    if (!token) return next('route');
    res.setHeader('Cache-Control', 'no-store');
    porterSession(req, await jetons.verifyAndGoOn(token));
    return next();
  });
  lireRoutes(client, guichet);
  payerRoutes(client, guichet);
  changerRoutes(client, guichet);
  documentsRoutes(client, guichet);
  envoyerRoutes(client, guichet);
  pushRoutes(client, guichet);
}

/** Each route straight on the API: a router in between would cost every other request a turn of the loop. */
const porte = (api: Router, garde: RequestHandler): Porte => ({
  get: (path, handler) => void api.get(path, garde, handler as RequestHandler),
  post: (path, handler) => void api.post(path, garde, handler as RequestHandler),
  put: (path, handler) => void api.put(path, garde, handler as RequestHandler),
  delete: (path, handler) => void api.delete(path, garde, handler as RequestHandler),
});
