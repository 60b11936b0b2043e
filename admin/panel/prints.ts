import express, { type Router } from 'express';
import type { Caller } from '../../server/core/access.ts';
import { introuvable } from '../../server/core/errors.ts';
import type { Guichet } from '../../server/guichet.ts';
import { devisPdfPath, imprimerDevis } from '../../server/http/devis/pdf.ts';
import { bordereauPath, imprimerBordereau } from '../../server/http/documents/bordereau.ts';
import { sendPdf } from '../../server/http/documents/send-pdf.ts';
import { callerIn, type Person } from './person.ts';

type Print = (guichet: Guichet, caller: Caller, id: unknown) => Promise<{ fichier: Buffer; nom: string }>;

/** The resources whose rows are printed, with where and how, as the API does it. */
const prints: Record<string, [string, Print]> = {
  devis: [devisPdfPath, imprimerDevis],
  bordereaux: [bordereauPath, imprimerBordereau],
};

export const isPrinted = (resource: string): boolean => Object.hasOwn(prints, resource);

/** `/devis/12/pdf`: the paper of a row, for a session of the panel. */
export function printRoute(guichet: Guichet): Router {
  const router = express.Router();
  for (const [path, print] of Object.values(prints)) {
    router.get(path, async (req, res) => {
      const { adminUser } = req.session as unknown as { adminUser?: Person };
      if (!adminUser) throw introuvable();
      const caller = await callerIn(guichet, { currentAdmin: adminUser });
      const { fichier, nom } = await print(guichet, caller, req.params.id);
      sendPdf(res, fichier, nom);
    });
  }
  return router;
}
