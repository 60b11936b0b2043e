import express, { type Router } from 'express';
import { ouvrirDocument } from '../../server/features/documents/lire.ts';
import type { Guichet } from '../../server/guichet.ts';
import { devisPdfPath, imprimerDevis } from '../../server/http/devis/pdf.ts';
import { documentDemande, fichierPath, sendFichier } from '../../server/http/documents/fichier.ts';
import { sendPdf } from '../../server/http/documents/send-pdf.ts';
import { callerIn, type Person } from './person.ts';

/** `/documents/12/fichier`, `/devis/12/pdf`: a file or a paper, as the API sends it, for a session of the panel. */
export function documentRoute(guichet: Guichet): Router {
  const router = express.Router();
  router.get(fichierPath, async (req, res) => {
    const { adminUser } = req.session as unknown as { adminUser: Person };
    const caller = await callerIn(guichet, { currentAdmin: adminUser });
    sendFichier(res, await ouvrirDocument(guichet, caller, documentDemande(req)));
  });
  router.get(devisPdfPath, async (req, res) => {
    const { adminUser } = req.session as unknown as { adminUser: Person };
    const { fichier, nom } = await imprimerDevis(
      guichet,
      await callerIn(guichet, { currentAdmin: adminUser }),
      req.params.id,
    );
    sendPdf(res, fichier, nom);
  });
  return router;
}
