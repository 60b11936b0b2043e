import { createRequire } from 'node:module';
import path from 'node:path';
import compression from 'compression';
import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { introuvable } from '../../core/errors.ts';
import { langues } from '../../core/messages/messages.ts';
import { enteredBy } from '../request.ts';
import { pageHtml } from './page.ts';

const swagger = path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const own = path.join(import.meta.dirname, 'assets');

const files: Record<string, string> = {
  'swagger-ui-bundle.js': swagger,
  'swagger-ui.css': swagger,
  'docs.js': own,
  'french.js': own,
  'docs.css': own,
  'icon.svg': own,
};

/** Everything comes from this server. React sets styles by script, which needs no leave; only style attributes would. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The interactive documentation of the API, for anybody: it shows what exists, not what is in it. */
export function docsRouter(): Router {
  const router = express.Router();
  router.use(guarded, compression());
  router.get('/', (req, res) => {
    const asked = new URLSearchParams(req.url.split('?')[1] ?? '').get('langue');
    const langue = langues.find((each) => each === asked) ?? enteredBy(req).langue;
    res.setHeader('Cache-Control', 'no-cache');
    res.setHeader('Vary', 'Accept-Language');
    res.type('html').end(pageHtml(langue, req.baseUrl));
  });
  for (const [name, root] of Object.entries(files)) {
    router.get(`/${name}`, (_req, res) => res.sendFile(name, { root, maxAge: '1h' }));
  }
  router.use(() => {
    throw introuvable('chemin_inconnu');
  });
  return router;
}

function guarded(_req: Request, res: Response, next: NextFunction): void {
  res.setHeader('Content-Security-Policy', POLICY);
  res.setHeader('Referrer-Policy', 'no-referrer');
  res.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  next();
}
