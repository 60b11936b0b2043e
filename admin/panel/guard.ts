import type AdminJS from 'adminjs';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { indisponible, introuvable, invalide } from '../../server/core/errors.ts';
import { demandSameOrigin } from '../../server/http/auth/passport.ts';

const FORM_MAX = 1024 * 1024;
const forms = ['multipart/form-data', 'application/x-www-form-urlencoded'];

/**
 * AdminJS has no token against forged requests: what changes something must come from our own pages, as a form.
 * Anything else than a form is refused, as its parser would let JSON name a file of the server; so is one whose
 * length is not told or too large, as it keeps all that comes.
 * @throws 403, 413, 415
 */
export function onlyOwnForms(req: Request, _res: Response, next: NextFunction): void {
  demandSameOrigin(req);
  const sends = req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0;
  if (sends && !req.is(forms)) throw indisponible(415, 'type_formulaire');
  if (sends && !(Number(req.headers['content-length']) <= FORM_MAX)) throw indisponible(413, 'corps_trop_grand');
  next();
}

/** The parser of parameters is off in the product: AdminJS gets plain texts, nothing nested. */
export function plainQuery(req: Request, _res: Response, next: NextFunction): void {
  const at = req.url.indexOf('?');
  const query = Object.assign(
    Object.create(null),
    Object.fromEntries(at < 0 ? [] : new URLSearchParams(req.url.slice(at + 1))),
  );
  Object.defineProperty(req, 'query', { value: query, enumerable: true, configurable: true });
  next();
}

type Sort = 'resource' | 'record' | 'bulk';

/** Lets through what the panel is made of, and nothing else of what AdminJS would answer. @throws 404, 400 */
export function onlyKnownPaths(admin: AdminJS): RequestHandler {
  const pages = new Set(Object.keys(admin.options.pages ?? {}));
  const actions = new Map(
    admin.resources.map((resource) => {
      const { actions } = resource.decorate();
      const sorts = Object.values(actions).map((action) => [action.name, sortOf(action)] as const);
      return [resource.id(), new Map<string, Sort>(sorts)];
    }),
  );

  function known(path: string, method: string): boolean {
    const [, api, rest = ''] = /^\/(api\/)?(.*?)\/?$/.exec(path) ?? [];
    const [kind, name = '', sort, ...more] = rest.split('/');
    if (rest === '') return !api && method === 'GET';
    if (rest === 'dashboard') return api !== undefined && method === 'GET';
    if (kind === 'pages') return pages.has(name) && sort === undefined && (method === 'GET' || api !== undefined);
    const of = kind === 'resources' ? actions.get(name) : undefined;
    if (!of) return false;
    if (!api && method !== 'GET') return false;
    if (sort === undefined) return !api;
    const [one, two, three] = more;
    if (sort === 'actions')
      return of.get(one ?? '') === 'resource' && (two === undefined || (one === 'search' && three === undefined));
    if (sort === 'records') return of.get(two ?? '') === 'record' && three === undefined;
    return sort === 'bulk' && of.get(one ?? '') === 'bulk' && two === undefined;
  }

  return (req, _res, next) => {
    if (!['GET', 'HEAD', 'POST'].includes(req.method)) throw indisponible(405, 'methode_refusee');
    if (!known(req.path, req.method === 'HEAD' ? 'GET' : req.method)) throw introuvable('chemin_inconnu');
    if (/\/bulk\/\w+$/.test(req.path) && !/^\d{1,15}(,\d{1,15}){0,199}$/.test(String(req.query.recordIds))) {
      throw invalide({ recordIds: [{ key: 'valeur_invalide' }] });
    }
    next();
  };
}

interface Sorted {
  isRecordType(): boolean;
  isBulkType(): boolean;
}

const sortOf = (action: Sorted): Sort => (action.isRecordType() ? 'record' : action.isBulkType() ? 'bulk' : 'resource');
