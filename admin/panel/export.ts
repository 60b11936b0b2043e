import express, { type Router } from 'express';
import { introuvable } from '../../server/core/errors.ts';
import { resources } from '../../server/features.ts';
import type { Guichet } from '../../server/guichet.ts';
import { exportOf } from '../../server/http/rest/export.ts';
import { filtersIn, sentBy } from './adapter/filters.ts';
import { callerIn, type Person } from './person.ts';

/** `/export/clients?format=xlsx&filters.nom=kongo`: the rows of a list as its filters show them. */
export function exportRoute(guichet: Guichet): Router {
  const router = express.Router();
  router.get('/export/:resource', async (req, res) => {
    const resource = resources.find(({ name }) => name === req.params.resource);
    if (!resource) throw introuvable('chemin_inconnu');
    const caller = await callerIn(guichet, {
      currentAdmin: (req.session as unknown as { adminUser: Person }).adminUser,
    });
    const sent = sentBy(resource, filtersIn(Object.entries(req.query as Record<string, string>)));
    const { format = 'csv', sortBy, direction } = req.query as Record<string, string>;
    const ordering: [string, string][] = sortBy ? [['ordering', `${direction === 'desc' ? '-' : ''}${sortBy}`]] : [];
    await exportOf(guichet.records, caller, resource, [['format', format], ...sent, ...ordering], res);
  });
  return router;
}
