import './environment.ts';
import AdminExpress from '@adminjs/express';
import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import type { Guichet } from '../../server/guichet.ts';
import { enteredBy } from '../../server/http/request.ts';
import { createAdmin } from './admin.ts';
import { openAssets } from './assets.ts';
import { documentRoute } from './document.ts';
import { exportRoute } from './export.ts';
import { failed } from './failed.ts';
import { figureRoutes } from './figures.ts';
import { readForm } from './forms.ts';
import { onlyKnownPaths, onlyOwnForms, plainQuery } from './guard.ts';
import { hardenPages } from './harden.ts';
import { courrierPages } from './pages/courrier.ts';
import { passwordPages } from './pages/password.ts';
import { profilePages } from './pages/profile.ts';
import { signInPages } from './pages/sign-in.ts';
import { personOf } from './person.ts';
import { printRoute } from './prints.ts';
import { reportRoutes } from './reports.ts';
import { openRoleNames, type RoleNames } from './role-names.ts';
import { demandSignedIn, knownIn, openSession } from './session.ts';
import { inWords } from './words.ts';

/** The panel as a router for `/admin`. @throws when its scripts have not been built */
export async function mountPanel(guichet: Guichet): Promise<Router> {
  const { router: assets, versions } = openAssets();
  const session = openSession(guichet);
  const roles = openRoleNames(guichet.database, guichet.watch);
  const admin = createAdmin(guichet);
  const form = express.urlencoded({ extended: false, limit: '20kb' });

  const router = express.Router();
  router.use(assets);
  router.use(plainQuery, onlyOwnForms, ...session.handlers);
  router.use(['/connexion', '/deconnexion', '/mot-de-passe', '/profil'], form);
  router.use(signInPages(guichet, session), passwordPages(guichet));
  router.use(demandSignedIn, present(roles));
  router.use(profilePages(guichet, session, roles), courrierPages(guichet));
  router.use(exportRoute(guichet), documentRoute(guichet), printRoute(guichet), figureRoutes(guichet, session));
  router.use(reportRoutes(guichet));
  router.use(onlyKnownPaths(admin), hardenPages(versions), inWords, readForm);
  AdminExpress.buildRouter(admin, router);
  router.use(failed);
  return router;
}

/** Tells AdminJS who is here. Not kept in the session: it is made anew from the rights of this moment. */
const present =
  (roles: RoleNames) =>
  async (req: Request, _res: Response, next: NextFunction): Promise<void> => {
    const known = knownIn(req);
    if (!known) return next();
    const { requete_id } = enteredBy(req);
    const person = personOf(known, await roles.nameOf(known.actor.role), { adresse_ip: req.ip, requete_id });
    Object.defineProperty(req.session, 'adminUser', { value: person, enumerable: false, configurable: true });
    next();
  };
