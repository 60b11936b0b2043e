import { createHash } from 'node:crypto';
import compression from 'compression';
import express, { type Request, type Response, type Router } from 'express';
import product from '../../../package.json' with { type: 'json' };
import { champInvalide } from '../../core/errors.ts';
import { type Langue, langues } from '../../core/messages/messages.ts';
import type { Resource } from '../../core/resource.ts';
import { enteredBy } from '../request.ts';
import { openapiDocument } from './document.ts';
import { postmanCollection } from './postman.ts';

export interface DocumentsOptions {
  /** The path of the API on this server. */
  url?: string;
  version?: string;
}

/** `/schema` (OpenAPI 3.1) and `/postman`, for anybody; `?langue=en` for English. */
export function documentsRouter(resources: readonly Resource[], options: DocumentsOptions = {}): Router {
  const { url = '/api/v1', version = product.version } = options;
  const router = express.Router();
  const documentIn = inEachLanguage((langue) => openapiDocument(resources, { url, version, langue }));
  const textIn = inEachLanguage((langue) => JSON.stringify(documentIn(langue)));

  router.use(['/schema', '/postman'], compression());
  router.get('/schema', (req, res) => {
    answer(req, res, textIn(langueFor(req)));
  });
  router.get('/postman', (req, res) => {
    const langue = langueFor(req);
    res.setHeader('Content-Disposition', 'attachment; filename="guichet.postman_collection.json"');
    const baseUrl = `${req.protocol}://${req.headers.host ?? 'localhost'}${url}`;
    answer(req, res, JSON.stringify(postmanCollection(documentIn(langue), { baseUrl })));
  });
  return router;
}

/** Makes a thing once for each language, when it is first asked for. */
function inEachLanguage<T>(make: (langue: Langue) => T): (langue: Langue) => T {
  const made = new Map<Langue, T>();
  return (langue) => {
    const known = made.get(langue) ?? make(langue);
    made.set(langue, known);
    return known;
  };
}

/** The language asked for, or the reader's own. @throws 400 for another parameter or language */
function langueFor(req: Request): Langue {
  const sent = new URLSearchParams(req.url.split('?')[1] ?? '');
  for (const name of sent.keys()) if (name !== 'langue') throw champInvalide(name, 'parametre_inconnu');
  const asked = sent.get('langue');
  if (asked === null) return enteredBy(req).langue;
  const found = langues.find((langue) => langue === asked);
  if (!found) throw champInvalide('langue', 'choix_invalide', { choix: langues.join(', ') });
  return found;
}

/** The document, unless the reader already has this very one. */
function answer(req: Request, res: Response, json: string): void {
  const etag = `"${createHash('sha256').update(json).digest('base64url').slice(0, 27)}"`;
  res.setHeader('ETag', etag);
  res.setHeader('Cache-Control', 'no-cache');
  res.setHeader('Vary', 'Accept-Language');
  if (req.headers['if-none-match'] === etag) return void res.status(304).end();
  res.setHeader('Content-Type', 'application/json; charset=utf-8');
  res.end(json);
}
