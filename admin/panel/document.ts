import express, { type Router } from 'express';
import { ouvrirDocument } from '../../server/features/documents/lire.ts';
import type { Guichet } from '../../server/guichet.ts';
import { documentDemande, fichierPath, sendFichier } from '../../server/http/documents/fichier.ts';
import { callerIn, type Person } from './person.ts';

/** `/documents/12/fichier`: the file of a document, as the API sends it, for a session of the panel. */
export function documentRoute(guichet: Guichet): Router {
  const router = express.Router();
  router.get(fichierPath, async (req, res) => {
    const { adminUser } = req.session as unknown as { adminUser: Person };
    const caller = await callerIn(guichet, { currentAdmin: adminUser });
    sendFichier(res, await ouvrirDocument(guichet, caller, documentDemande(req)));
  });
  return router;
}
