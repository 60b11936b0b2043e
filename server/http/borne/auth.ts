import express, { type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { nonIdentifie } from '../../core/errors.ts';
import { journalizeAlone } from '../../core/journal/journal.ts';
import { maskPhone } from '../../core/phone.ts';
import { parse } from '../../core/validation.ts';
import { appelant } from '../../features/borne/appelant.ts';
import { contratsDuClient } from '../../features/borne/contrats.ts';
import { lecteur } from '../../features/borne/lecteur.ts';
import { signalerPresence } from '../../features/borne/presence.ts';
import {
  estRenouvellement,
  fermerSession,
  type Renouvelable,
  renouvelerSession,
  type SessionBorne,
  sessionDuRenouvellement,
} from '../../features/borne/sessions.ts';
import type { Guichet } from '../../guichet.ts';
import { demandSameOrigin } from '../auth/passport.ts';
import { enteredBy } from '../request.ts';
import { send } from '../send.ts';
import { borneDe } from './borne-connue.ts';
import { connecter, type Depuis } from './connexion.ts';
import { effacerCookie, poserCookie, renouvellementDuCookie } from './cookie.ts';
import { terminalDe } from './corps.ts';
import { type Jetons, jetonBorne } from './jetons.ts';
import { json } from './lire.ts';

const refreshShape = z.strictObject({ refresh: z.string().max(200) });
const espaceShape = z.strictObject({ canal: z.literal('espace').optional() });
const presenceShape = z.strictObject({ reste_secondes: z.int().min(0).max(300).optional() });

/** Where a request came from, as the journal and the limits are told. */
export function depuis(req: Request): Depuis {
  const { langue, requete_id } = enteredBy(req);
  return { langue, requete_id, adresse_ip: req.ip, terminal: terminalDe(req), borne: borneDe(req) };
}

export const nomDe = ({ nom, prenom }: Pick<SessionBorne, 'nom' | 'prenom'>): string =>
  [nom, prenom].filter(Boolean).join(' ');

const sentIn = ({ body }: Request): Record<string, unknown> =>
  typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {};

/** Signing in and out as a client, on the paths that staff use; what is not a client's goes on to theirs. */
export function borneAuthRoutes(guichet: Guichet, jetons: Jetons): Router {
  const router = express.Router();
  const { database } = guichet;
  const secure = guichet.config.NODE_ENV === 'production';

  /** What renews the session goes into the cookie or into the body, never into both. */
  async function answer(res: Response, { session, refresh }: Renouvelable, cookie: boolean): Promise<void> {
    const { nom, prenom, telephone, expire_le, fin_le, inactif_le } = session;
    const polices = await contratsDuClient(lecteur(database), session.client_id);
    const access = await jetons.access(session);
    if (cookie) poserCookie(res, refresh, expire_le, secure);
    send(
      res,
      200,
      JSON.stringify({
        tokens: cookie ? { access } : { access, refresh },
        client: { nom, prenom, telephone: maskPhone(telephone) },
        polices: polices.map(({ police, produit, statut }) => ({ police, produit, statut })),
        expire_le,
        fin_le,
        inactif_le,
      }),
    );
  }

  async function close(req: Request, session: SessionBorne): Promise<void> {
    await fermerSession(database, session.id);
    const { langue, requete_id } = enteredBy(req);
    await journalizeAlone(database, appelant(nomDe(session), { langue, requete_id, adresse_ip: req.ip }), {
      action: 'deconnexion',
      ressource: 'clients',
      objet_id: session.client_id,
      objet: session.police,
      succursale_id: session.succursale_id,
    });
  }

  router.post('/login', async (req, res, next) => {
    const sent = sentIn(req);
    if ('email' in sent || !('police' in sent || 'telephone' in sent)) return next();
    res.setHeader('Cache-Control', 'no-store');
    const cookie = sent.cookie === true;
    if (cookie) demandSameOrigin(req);
    const found = await connecter(guichet, req.body, depuis(req));
    if ('code' in found) return send(res, 202, JSON.stringify(found));
    return answer(res, found, cookie);
  });

  router.post('/refresh', async (req, res, next) => {
    const { refresh, canal } = sentIn(req);
    const kept = refresh === undefined ? renouvellementDuCookie(req, canal) : undefined;
    if (!kept && canal !== 'espace' && !estRenouvellement(refresh)) return next();
    res.setHeader('Cache-Control', 'no-store');
    if (refresh === undefined) parse(espaceShape, req.body ?? {});
    const given = refresh === undefined ? kept : parse(refreshShape, req.body).refresh;
    const renewed = given && (await renouvelerSession(database, given));
    if (!renewed && kept) effacerCookie(res, secure);
    if (!renewed) throw nonIdentifie('session_borne_finie');
    return answer(res, renewed, kept !== undefined && renewed.session.canal === 'espace');
  });

  router.post('/presence', async (req, res) => {
    res.setHeader('Cache-Control', 'no-store');
    const token = jetonBorne(req);
    if (!token) throw nonIdentifie();
    const session = await jetons.verify(token);
    const { reste_secondes } = parse(presenceShape, req.body ?? {});
    json(res, { inactif_le: await signalerPresence(database, session, reste_secondes) });
  });

  router.post('/logout', async (req, res, next) => {
    const token = jetonBorne(req);
    const session = token && (await jetons.find(token));
    const kept = session ? undefined : renouvellementDuCookie(req, token ? 'espace' : sentIn(req).canal);
    if (!token && !kept) return next();
    res.setHeader('Cache-Control', 'no-store');
    const whose = session || (kept && (await sessionDuRenouvellement(database, kept)));
    if (!whose && !kept) throw nonIdentifie('session_borne_finie');
    effacerCookie(res, secure);
    if (whose) await close(req, whose);
    res.setHeader('Clear-Site-Data', '"cache"');
    return void res.status(204).end();
  });
  return router;
}
