import type { RequestHandler } from 'express';
import { demand } from '../../core/access.ts';
import { transact } from '../../core/records/transaction.ts';
import { sinistres } from '../../features/assurance/sinistres/resource.ts';
import { deposer } from '../../features/documents/deposer.ts';
import { garderRefus } from '../../features/documents/garder-refus.ts';
import type { Guichet } from '../../guichet.ts';
import { callerOf } from '../request.ts';
import { onlyOnce } from '../rest/routes.ts';
import { send } from '../send.ts';
import { documentDemande } from './fichier.ts';
import { recevoirFichier } from './recevoir.ts';

export const depotPath = '/sinistres/:id/documents';

/** A paper that was handed in at the counter, by whoever may change this sinistre. @throws 400, 403, 404, 409, 413, 415 */
export const depotRoute =
  ({ records, database, stockage }: Guichet): RequestHandler =>
  async (req, res) => {
    const caller = callerOf(req);
    const sinistre_id = documentDemande(req);
    const line = { action: 'deposer', ressource: 'sinistres', objet_id: sinistre_id };
    const depose = await garderRefus(database, caller, line, async () => {
      demand(caller.actor, sinistres, 'modifier');
      await records.get(caller, sinistres, sinistre_id);
      const envoi = await recevoirFichier(req);
      const once = onlyOnce(req, caller);
      return deposer(
        stockage,
        envoi,
        async () => ({ sinistre_id, canal: 'agence' }),
        (work) => transact(database, once, work),
      );
    });
    res.setHeader('Location', `${req.baseUrl}/documents/${depose.id}`);
    send(res, 201, JSON.stringify(depose));
  };
