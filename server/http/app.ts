import express, { type Express, type RequestHandler, type Router } from 'express';
import { indisponible, introuvable, invalide } from '../core/errors.ts';
import { demanderPaiement } from '../features/assurance/mobile-money/demander.ts';
import { resources } from '../features.ts';
import type { Guichet } from '../guichet.ts';
import { signedIn } from './auth/passport.ts';
import { authRoutes } from './auth/routes.ts';
import { openTokens } from './auth/tokens.ts';
import { borneAuthRoutes } from './borne/auth.ts';
import { ouvrirJetons } from './borne/jetons.ts';
import { borneRoutes } from './borne/routes.ts';
import { terminalRoutes } from './borne/terminal.ts';
import { conversationPaths, conversationRoutes } from './conversation/routes.ts';
import { dashboardRoutes } from './dashboard/routes.ts';
import { comparerPath, comparerRoute } from './devis/comparer.ts';
import { devisPdfPath, devisPdfRoute } from './devis/pdf.ts';
import { devisRoutes } from './devis/routes.ts';
import { docsRouter } from './docs/docs.ts';
import { bordereauPath, bordereauRoute } from './documents/bordereau.ts';
import { fichierPath, fichierRoute } from './documents/fichier.ts';
import { apporteFichier, ecouterPeu } from './documents/recevoir.ts';
import { depotPath, depotRoute } from './documents/sinistre.ts';
import { rappelRoutes } from './mobile-money/rappels.ts';
import { documentsRouter } from './openapi/documents.ts';
import { handleProblem } from './problem.ts';
import { rapportsRoutes } from './rapports/routes.ts';
import { enter } from './request.ts';
import { restRoutes } from './rest/routes.ts';
import { send } from './send.ts';

const BODY_MAX = '1mb';
const DEPTH_MAX = 20;

/** The whole of HTTP: the generated API at `/api/v1` and `/api`, its documents, the panel and the clients' screens. */
export function createApp(guichet: Guichet, { panel, screens }: { panel?: Router; screens?: Router } = {}): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', false);
  app.set('trust proxy', guichet.config.GUICHET_PROXIES);
  app.use(enter);
  const api = apiRoutes(guichet);
  app.use('/api/docs', docsRouter());
  app.use(['/api/v1', '/api'], api);
  app.use('/devis', devisRoutes(guichet));
  if (panel) app.use('/admin', panel);
  if (screens) app.use(screens);
  app.get('/', (_req, res) => res.redirect('/admin'));
  app.use(() => {
    throw introuvable('chemin_inconnu');
  });
  app.use(handleProblem);
  return app;
}

function apiRoutes(guichet: Guichet): Router {
  const api = express.Router();
  const tokens = openTokens(guichet.database, guichet.config.GUICHET_SECRET);
  api.get('/health', async (_req, res) => {
    await guichet.database.read({ text: 'select 1', values: [], stable: true });
    send(res, 200, '{"statut":"ok"}');
  });
  // Named by its paths: a request that a mounted router has no answer to leaves it only on the next turn of the loop.
  api.get(['/schema', '/postman'], documentsRouter(resources));
  const moyens = { configuration: guichet.config.passerelles, demanderPaiement };
  api.post(conversationPaths, conversationRoutes(guichet.database, moyens));
  rappelRoutes(api, guichet);
  api.use(readJson());
  terminalRoutes(api, guichet);
  const jetons = ouvrirJetons(guichet.database, guichet.config.GUICHET_SECRET);
  api.use('/auth', borneAuthRoutes(guichet, jetons), authRoutes(guichet, tokens));
  borneRoutes(api, guichet, jetons);
  api.get(bordereauPath, signedIn(guichet, tokens), bordereauRoute(guichet));
  api.get(comparerPath, signedIn(guichet, tokens), comparerRoute(guichet));
  api.get(devisPdfPath, signedIn(guichet, tokens), devisPdfRoute(guichet));
  api.get(fichierPath, signedIn(guichet, tokens), fichierRoute(guichet));
  api.post(depotPath, signedIn(guichet, tokens), depotRoute(guichet));
  rapportsRoutes(api, guichet, signedIn(guichet, tokens));
  dashboardRoutes(api, guichet, signedIn(guichet, tokens));
  api.use(signedIn(guichet, tokens), restRoutes(guichet, resources));
  return api;
}

/**
 * A form of another site can send anything but JSON: so nothing but JSON is taken, and files where they are expected, of
 * sorts that no form sends. @throws 415
 */
function readJson(): RequestHandler {
  const read = express.json({ limit: BODY_MAX, strict: false });
  return (req, res, next) => {
    const { 'transfer-encoding': encoding, 'content-length': length } = req.headers;
    if (encoding === undefined && length === undefined) return next();
    if (apporteFichier(req)) {
      ecouterPeu(req, res);
      return next();
    }
    const sends = encoding !== undefined || Number(length) > 0;
    if (sends && !req.is(['application/json', 'application/merge-patch+json']))
      throw indisponible(415, 'type_non_accepte');
    return read(req, res, (error?: unknown) => {
      if (error) return next(error);
      return next(isDeeper(req.body, DEPTH_MAX) ? invalide({}, 'json_trop_profond') : undefined);
    });
  };
}

/** Whether lists and objects stand in each other further than anything here needs. */
function isDeeper(value: unknown, most: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return most === 0 || Object.values(value).some((each) => isDeeper(each, most - 1));
}
