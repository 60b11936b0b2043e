import { createHash } from 'node:crypto';
import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { z } from 'zod';
import type { Caller } from '../../core/access.ts';
import { champInvalide, conflit, indisponible, introuvable, invalide } from '../../core/errors.ts';
import { filled } from '../../core/kinds.ts';
import { parseQuery, type Sent } from '../../core/query/parse.ts';
import { type Resource, referenceTo } from '../../core/resource.ts';
import { parse } from '../../core/validation.ts';
import type { Guichet } from '../../guichet.ts';
import { callerOf } from '../request.ts';
import { send } from '../send.ts';
import { exportOf } from './export.ts';
import { parametersOf, sendPage } from './page.ts';
import { listQuery } from './queries.ts';
import { revisionOf } from './revision.ts';

export const BATCH_MAX = 100;

/** The parameters of an address, in order. */
const sentIn = (req: Request): Sent => new URLSearchParams(parametersOf(req));

/** One set of routes for all resources: the name in the path finds the declaration, `records` does the rest. */
export function restRoutes({ records }: Guichet, resources: readonly Resource[]): Router {
  const router = express.Router();
  const named = new Map(resources.map((resource) => [resource.name, resource]));

  type Handler = (target: { req: Request; res: Response; resource: Resource; caller: Caller }) => Promise<void>;
  const on =
    (handler: Handler): RequestHandler =>
    (req, res, next) => {
      const resource = named.get(req.params.resource as string);
      if (!resource) return next();
      return handler({ req, res, resource, caller: callerOf(req) });
    };

  router.get(
    '/:resource',
    on(async ({ req, res, resource, caller }) => {
      const query = listQuery(caller.actor, resource, parametersOf(req));
      sendPage(req, res, query, await records.list(caller, resource, query));
    }),
  );

  router.post(
    '/:resource',
    on(async ({ req, res, resource, caller }) => {
      const once = onlyOnce(req, caller);
      if (Array.isArray(req.body)) {
        if (req.body.length < 1 || req.body.length > BATCH_MAX)
          throw invalide({ _: [{ key: 'lot_invalide', params: { maximum: BATCH_MAX } }] });
        return send(res, 201, JSON.stringify(await records.createMany(once, resource, req.body)));
      }
      const row = await records.create(once, resource, bodyOf(req));
      res.setHeader('Location', `${req.baseUrl}/${resource.name}/${row.id}`);
      sendRow(res, 201, row);
    }),
  );

  router.get(
    '/:resource/agregats',
    on(async ({ req, res, resource, caller }) => {
      send(res, 200, `{"results":${await records.aggregate(caller, resource, sentIn(req))}}`);
    }),
  );

  router.get(
    '/:resource/export',
    on(async ({ req, res, resource, caller }) => {
      await exportOf(records, caller, resource, sentIn(req), res);
    }),
  );

  router.get(
    '/:resource/:id',
    on(async ({ req, res, resource, caller }) => {
      const query = parseQuery(caller.actor, resource, sentIn(req), ['fields', 'expand', 'corbeille']);
      if (query.filters.length > 0) throw champInvalide(query.filters[0]?.field.name ?? '_', 'parametre_inconnu');
      const { json, revision } = await records.get(caller, resource, idOf(req), query);
      res.setHeader('ETag', `"${revision}"`);
      send(res, 200, json);
    }),
  );

  const update = (complete: boolean) =>
    on(async ({ req, res, resource, caller }) => {
      const body = bodyOf(req);
      sendRow(
        res,
        200,
        await records.update(caller, resource, idOf(req), body, { revision: revisionOf(req, body), complete }),
      );
    });
  router.put('/:resource/:id', update(true));
  router.patch('/:resource/:id', update(false));

  router.delete(
    '/:resource/:id',
    on(async ({ req, res, resource, caller }) => {
      await records.remove(giving(reasonOf(req), caller), resource, idOf(req), revisionOf(req));
      res.status(204).end();
    }),
  );

  router.get(
    '/:resource/:id/historique',
    on(async ({ req, res, resource, caller }) => {
      send(res, 200, `{"results":${await records.history(caller, resource, idOf(req))}}`);
    }),
  );

  router.get(
    '/:resource/:id/:nested',
    on(async ({ req, res, resource, caller }) => {
      const nested = named.get(req.params.nested as string);
      const reference = nested && referenceTo(resource, nested);
      if (!nested || !reference) throw introuvable('chemin_inconnu');
      const id = idOf(req);
      await records.get(caller, resource, id, { fields: ['id'] });
      const query = listQuery(caller.actor, nested, parametersOf(req));
      const asked = {
        ...query,
        filters: [...query.filters, { field: reference, lookup: 'exact' as const, value: id }],
      };
      sendPage(req, res, asked, await records.list(caller, nested, asked));
    }),
  );

  router.delete(
    '/:resource/:id/destruction',
    on(async ({ req, res, resource, caller }) => {
      await records.destroy(caller, resource, idOf(req), revisionOf(req));
      res.status(204).end();
    }),
  );

  const actThere = (called: 'post' | 'patch') =>
    on(async ({ req, res, resource, caller }) => {
      const name = req.params.action as string;
      if (called === 'patch' && !resource.actions.some((action) => action.name === name && action.also === 'patch'))
        throw introuvable('chemin_inconnu');
      const once = onlyOnce(req, caller);
      if (name === 'restaurer' && resource.restorable)
        return sendRow(res, 200, await records.restore(once, resource, idOf(req), revisionOf(req)));
      sendRow(res, 200, await records.act(once, resource, idOf(req), name, req.body ?? {}, revisionOf(req)));
    });
  router.post('/:resource/:id/:action', actThere('post'));
  router.patch('/:resource/:id/:action', actThere('patch'));

  const methods = 'GET, POST, PUT, PATCH, DELETE';
  router.all(
    ['/:resource', '/:resource/:id'],
    on(async ({ res }) => {
      res.setHeader('Allow', methods);
      throw indisponible(405, 'methode_refusee');
    }),
  );
  return router;
}

/** @throws 404 for what cannot be a key */
function idOf(req: Request): number {
  const { id } = req.params;
  if (typeof id !== 'string' || !/^[1-9]\d{0,14}$/.test(id)) throw introuvable();
  return Number(id);
}

/** @throws 400 where a body is needed and there is none */
function bodyOf(req: Request): unknown {
  if (req.body === undefined) throw invalide({ _: [{ key: 'objet_attendu' }] });
  return req.body;
}

const reason = z.strictObject({ motif: filled({ min: 3, max: 500 }) });

/** A deletion may say why: `{"motif": "…"}`. @throws 400 naming `motif` */
const reasonOf = (req: Request): string | undefined =>
  req.body === undefined ? undefined : (parse(reason, req.body) as { motif: string }).motif;

const giving = (motif: string | undefined, caller: Caller): Caller => (motif ? { ...caller, motif } : caller);

function sendRow(res: Response, status: number, row: { revision: number }): void {
  res.setHeader('ETag', `"${row.revision}"`);
  send(res, status, JSON.stringify(row));
}

/** With an `Idempotency-Key` the same request has one effect. */
export function onlyOnce(req: Request, caller: Caller): Caller {
  const cle = req.headers['idempotency-key'];
  if (cle === undefined) return caller;
  if (typeof cle !== 'string' || cle.length < 1 || cle.length > 200) throw conflit(422, 'cle_invalide');
  const request = `${req.method} ${req.originalUrl}\n${JSON.stringify(req.body ?? null)}`;
  return { ...caller, once: { cle, empreinte: createHash('sha256').update(request).digest('base64url') } };
}
