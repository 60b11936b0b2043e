import express, { type Router } from 'express';
import { z } from 'zod';
import { transact } from '../../server/core/records/transaction.ts';
import { parse } from '../../server/core/validation.ts';
import { garderRefus } from '../../server/features/documents/garder-refus.ts';
import { planifications } from '../../server/features/rapports/etats/enregistres/rapport-enregistre.ts';
import { exportsDe, fichierDe, retirerExport } from '../../server/features/rapports/etats/exports/lire.ts';
import { formats } from '../../server/features/rapports/etats/fichier/formats.ts';
import type { Guichet } from '../../server/guichet.ts';
import { envoyerFichier } from '../../server/http/rapports/envoyer-fichier.ts';
import { exporter } from '../../server/http/rapports/exporter.ts';
import { answeringIn, callerOf, keyIn } from './answering.ts';
import { savedReportRoutes } from './saved-reports.ts';
import { apercu, bureau, demandeDans } from './screens/reports.ts';

/**
 * The screen of reports, for the panel's session: `/api/rapports`, what there is; `/api/rapports/encaissements?…`, one
 * of them; POST `/export`, its file or an export to be fetched; `/api/exports`, those of this person.
 */
export function reportRoutes(guichet: Guichet): Router {
  const { database, stockage } = guichet;
  const router = express.Router();
  const form = express.urlencoded({ extended: false, limit: '100kb' });
  const answering = answeringIn(guichet);

  router.get(
    '/api/rapports',
    answering((caller) => bureau(guichet, caller)),
  );

  router.get(
    '/api/rapports/:nom',
    answering((caller, { params, query }) =>
      apercu(guichet, caller, demandeDans(String(params.nom), Object.entries(query as Record<string, string>))),
    ),
  );

  router.post(
    '/api/rapports/:nom/export',
    form,
    answering(async (caller, { params, body }, res) => {
      const { format, reglages } = parse(z.strictObject({ format: z.enum(formats), reglages: z.string() }), body);
      const demande = demandeDans(String(params.nom), new URLSearchParams(reglages));
      const asked = await exporter(guichet, caller, { demande, format, attendre: true });
      if ('fichier' in asked) return envoyerFichier(res, asked.fichier);
      return void res.status(202).json(asked.commande);
    }),
  );

  router.get(
    '/api/exports',
    answering((caller, req) => {
      // Nobody is at the screen for this request: it must not make the session last.
      if (req.get('x-guichet-veille')) Reflect.deleteProperty(req, 'session');
      return exportsDe(database, caller);
    }),
  );

  router.post(
    '/api/exports/:id/retirer',
    answering(async (caller, req) => {
      const cle = await transact(database, caller, (tx) => retirerExport(tx, keyIn(req)));
      if (cle) await stockage.remove(cle);
    }),
  );

  router.get('/exports/:id/fichier', async (req, res) => {
    const caller = await callerOf(guichet, req);
    const id = keyIn(req);
    const line = { action: 'telecharger', ressource: 'exports', objet_id: id };
    await envoyerFichier(
      res,
      await garderRefus(database, caller, line, () => fichierDe(database, stockage, caller, id)),
    );
  });

  const moment = z.object({
    planification: z.enum(planifications),
    jour: z.coerce.number().int().min(1).max(31).optional(),
    heure: z.coerce.number().int().min(0).max(23),
  });
  router.get(
    '/api/prochain-envoi',
    answering(async (_caller, { query }) => {
      const { planification, jour, heure } = parse(moment, query);
      const [row] = await database.read<{ le: string | null }>({
        text: 'select prochaine_echeance($1, $2::int, $3::int, now()) as le',
        values: [planification, jour ?? null, heure],
        stable: true,
      });
      return row;
    }),
  );

  router.use(savedReportRoutes(guichet, form, answering));
  return router;
}
