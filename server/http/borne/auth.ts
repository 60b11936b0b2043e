import express, { type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { nonIdentifie } from '../../core/errors.ts';
import { journalizeAlone } from '../../core/journal/journal.ts';
import { maskPhone } from '../../core/phone.ts';
import { parse } from '../../core/validation.ts';
import { appelant } from '../../features/borne/appelant.ts';
import { contratsDuClient } from '../../features/borne/contrats.ts';
import { lecteur } from '../../features/borne/lecteur.ts';
import {
  estRenouvellement,
  fermerSession,
  type Renouvelable,
  renouvelerSession,
  type SessionBorne,
} from '../../features/borne/sessions.ts';
import type { Guichet } from '../../guichet.ts';
import { enteredBy } from '../request.ts';
import { send } from '../send.ts';
import { connecter, type Depuis } from './connexion.ts';
import { terminalDe } from './corps.ts';
import { type Jetons, jetonBorne } from './jetons.ts';

const refreshShape = z.strictObject({ refresh: z.string().max(200) });

/** Where a request came from, as the journal and the limits are told. */
export function depuis(req: Request): Depuis {
  const { langue, requete_id } = enteredBy(req);
  return { langue, requete_id, adresse_ip: req.ip, terminal: terminalDe(req) };
}

export const nomDe = ({ nom, prenom }: Pick<SessionBorne, 'nom' | 'prenom'>): string =>
  [nom, prenom].filter(Boolean).join(' ');

const sentIn = ({ body }: Request): Record<string, unknown> =>
  typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {};

/** Signing in and out as a client, on the paths that staff use; what is not a client's goes on to theirs. */
export function borneAuthRoutes(guichet: Guichet, jetons: Jetons): Router {
  const router = express.Router();
  const { database } = guichet;

  async function answer(res: Response, { session, refresh }: Renouvelable): Promise<void> {
    const { nom, prenom, telephone, expire_le, fin_le } = session;
    const polices = await contratsDuClient(lecteur(database), session.client_id);
    send(
      res,
      200,
      JSON.stringify({
        tokens: { access: await jetons.access(session), refresh },
        client: { nom, prenom, telephone: maskPhone(telephone) },
        polices: polices.map(({ police, produit, statut }) => ({ police, produit, statut })),
        expire_le,
        fin_le,
      }),
    );
  }

  router.post('/login', async (req, res, next) => {
    const sent = sentIn(req);
    if ('email' in sent || !('police' in sent || 'telephone' in sent)) return next();
    res.setHeader('Cache-Control', 'no-store');
    const found = await connecter(guichet, req.body, depuis(req));
    if ('code' in found) return send(res, 202, JSON.stringify(found));
    return answer(res, found);
  });

  router.post('/refresh', async (req, res, next) => {
    if (!estRenouvellement(sentIn(req).refresh)) return next();
    res.setHeader('Cache-Control', 'no-store');
    const renewed = await renouvelerSession(database, parse(refreshShape, req.body).refresh);
    if (!renewed) throw nonIdentifie('session_borne_finie');
    return answer(res, renewed);
  });

  router.post('/logout', async (req, res, next) => {
    const token = jetonBorne(req);
    if (!token) return next();
    res.setHeader('Cache-Control', 'no-store');
    const session = await jetons.verify(token);
    await fermerSession(database, session.id);
    const { langue, requete_id } = enteredBy(req);
    await journalizeAlone(database, appelant(nomDe(session), { langue, requete_id, adresse_ip: req.ip }), {
      action: 'deconnexion',
      ressource: 'clients',
      objet_id: session.client_id,
      objet: session.police,
      succursale_id: session.succursale_id,
    });
    res.setHeader('Clear-Site-Data', '"cache"');
    return void res.status(204).end();
  });
  return router;
}
