import express, { type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { type Caller, unknownActor } from '../../core/access.ts';
import { interdit, nonIdentifie } from '../../core/errors.ts';
import { journalizeAlone } from '../../core/journal/journal.ts';
import { transact } from '../../core/records/transaction.ts';
import { parse } from '../../core/validation.ts';
import type { Known } from '../../features/organisation/utilisateurs/actor.ts';
import { inscrire } from '../../features/organisation/utilisateurs/inscription.ts';
import {
  changePassword,
  choosePassword,
  forgotPassword,
} from '../../features/organisation/utilisateurs/mot-de-passe.ts';
import type { Guichet } from '../../guichet.ts';
import { callerOf, enteredBy } from '../request.ts';
import { send } from '../send.ts';
import { clearCookies, readCookie, setCookies } from './cookies.ts';
import { demandSameOrigin, signedIn } from './passport.ts';
import { signIn } from './sign-in.ts';
import { takeTurn } from './throttle.ts';
import type { TokenBook, Tokens } from './tokens.ts';
import { whoAmI } from './who-am-i.ts';

const loginShape = z.strictObject({ email: z.unknown(), password: z.unknown(), cookies: z.boolean().optional() });
const refreshShape = z.strictObject({ refresh: z.string().max(200).optional() });
const forgotShape = z.strictObject({ email: z.string().max(254).trim().toLowerCase().pipe(z.email()) });
const resetShape = z.strictObject({ jeton: z.string().max(100), mot_de_passe: z.unknown() });

/** Everything about signing in over the API, as the path names say. */
export function authRoutes(guichet: Guichet, tokens: TokenBook): Router {
  const router = express.Router();
  const authenticated = signedIn(guichet, tokens);
  const secure = guichet.config.NODE_ENV === 'production';
  const from = (req: Request) => ({ adresse_ip: req.ip, requete_id: enteredBy(req).requete_id });

  /** Tokens go into cookies for a browser that asked for it, into the body for a program. */
  function answer(res: Response, pair: Tokens, known: Known, cookies: boolean): void {
    const utilisateur = { id: known.actor.id, nom: known.actor.nom, email: known.actor.email, role: known.actor.role };
    if (cookies) setCookies(res, pair, secure);
    send(res, 200, JSON.stringify(cookies ? { utilisateur } : { tokens: pair, utilisateur }));
  }

  router.post('/login', async (req, res) => {
    const { cookies = false, ...credentials } = parse(loginShape, req.body);
    if (cookies) demandSameOrigin(req);
    const known = await signIn(guichet, credentials, from(req));
    answer(res, await tokens.issue(known), known, cookies);
  });

  router.post('/refresh', async (req, res) => {
    const given = parse(refreshShape, req.body ?? {}).refresh;
    const cookie = given ? undefined : readCookie(req, 'refresh');
    if (cookie) demandSameOrigin(req);
    const refresh = given ?? cookie;
    if (!refresh) throw nonIdentifie();
    const rotated = await tokens.rotate(refresh, guichet.actors.find, async (id) => {
      const line = {
        action: 'renouveler-session',
        ressource: 'utilisateurs',
        objet_id: id,
        resultat: 'refuse',
      } as const;
      await journalizeAlone(guichet.database, nobody(req), line);
    });
    answer(res, rotated.tokens, rotated.known, cookie !== undefined);
  });

  router.post('/logout', authenticated, async (req, res) => {
    const { famille } = enteredBy(req);
    if (famille) await tokens.revoke(famille);
    guichet.watch.tell('acces', 'jetons');
    clearCookies(res);
    const caller = callerOf(req);
    await journalizeAlone(guichet.database, caller, {
      action: 'deconnexion',
      ressource: 'utilisateurs',
      objet_id: caller.actor.id,
      objet: caller.actor.nom,
    });
    res.status(204).end();
  });

  router.get('/user', authenticated, async (req, res) => {
    send(res, 200, JSON.stringify(whoAmI(enteredBy(req).known as Known, enteredBy(req).langue)));
  });

  router.put('/password/change', authenticated, async (req, res) => {
    await takeTurn(guichet.database, 'compte', `changement:${callerOf(req).actor.id}`);
    await transact(guichet.database, callerOf(req), (tx) => changePassword(tx, req.body));
    guichet.watch.tell('acces', 'utilisateurs');
    clearCookies(res);
    res.status(204).end();
  });

  router.post('/signup', async (req, res) => {
    if (guichet.config.GUICHET_INSCRIPTION === 'fermee') throw interdit('inscription_fermee');
    await takeTurn(guichet.database, 'adresse', `inscription:${req.ip}`);
    await transact(guichet.database, nobody(req), (tx) => inscrire(tx, req.body));
    res.status(204).end();
  });

  router.post('/password/forgot', async (req, res) => {
    const { email } = parse(forgotShape, req.body);
    await takeTurn(guichet.database, 'adresse', `oubli:${req.ip}`);
    await transact(guichet.database, nobody(req), (tx) => forgotPassword(tx, email));
    res.status(204).end();
  });

  router.post('/password/reset', async (req, res) => {
    const { jeton, mot_de_passe } = parse(resetShape, req.body);
    await takeTurn(guichet.database, 'adresse', `lien:${req.ip}`);
    await transact(guichet.database, nobody(req), (tx) => choosePassword(tx, jeton, { mot_de_passe }));
    guichet.watch.tell('acces', 'utilisateurs');
    res.status(204).end();
  });

  /** Someone who has proved nothing yet. */
  function nobody(req: Request): Caller {
    const { langue } = enteredBy(req);
    return { actor: unknownActor(), surface: 'api', langue, ...from(req) };
  }

  return router;
}
