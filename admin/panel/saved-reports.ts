import express, { type RequestHandler, type Router } from 'express';
import { z } from 'zod';
import { parse } from '../../server/core/validation.ts';
import { planifications } from '../../server/features/rapports/etats/enregistres/rapport-enregistre.ts';
import { rapportsEnregistres } from '../../server/features/rapports/etats/enregistres/resource.ts';
import { formats } from '../../server/features/rapports/etats/fichier/formats.ts';
import type { Guichet } from '../../server/guichet.ts';
import { type Answering, keyIn } from './answering.ts';
import { demandeDans } from './screens/reports.ts';

const optional = z.string().transform((text) => (text.trim() === '' ? null : Number(text)));

/** What the form of a saved report sends. */
const sent = z.strictObject({
  rapport: z.string(),
  reglages: z.string(),
  nom: z.string(),
  format_fichier: z.enum(formats),
  partage: z.enum(['true', 'false']).transform((text) => text === 'true'),
  planification: z.enum(planifications),
  jour: optional,
  heure: optional,
  /** One on each line, or with commas between. */
  destinataires: z.string().transform((text) => text.split(/[\s,;]+/).filter(Boolean)),
});

const moved = z.strictObject({ revision: z.coerce.number().int() });

/** A report is kept under a name, changed, thrown away, made now, or its sending stopped and begun again. */
export function savedReportRoutes({ records }: Guichet, form: RequestHandler, answering: Answering): Router {
  const router = express.Router();
  const rowOf = (body: unknown) => {
    const { reglages, ...row } = parse(sent, body);
    const { filtres, colonnes = [], grouper_par = null } = demandeDans(row.rapport, new URLSearchParams(reglages));
    return { ...row, filtres, colonnes, grouper_par };
  };

  router.post(
    '/api/rapports-enregistres',
    form,
    answering((caller, { body }) => records.create(caller, rapportsEnregistres, rowOf(body))),
  );

  router.post(
    '/api/rapports-enregistres/:id',
    form,
    answering((caller, req) => {
      const { revision, ...body } = req.body as Record<string, unknown>;
      const options = parse(moved, { revision });
      return records.update(caller, rapportsEnregistres, keyIn(req), rowOf(body), options);
    }),
  );

  router.post(
    '/api/rapports-enregistres/:id/:verbe',
    form,
    answering((caller, req) => {
      const { revision } = parse(moved, req.body);
      const verbe = String(req.params.verbe);
      return verbe === 'supprimer'
        ? records.remove(caller, rapportsEnregistres, keyIn(req), revision)
        : records.act(caller, rapportsEnregistres, keyIn(req), verbe, {}, revision);
    }),
  );

  return router;
}
