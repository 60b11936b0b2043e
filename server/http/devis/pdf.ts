import type { RequestHandler } from 'express';
import type { Caller } from '../../core/access.ts';
import { introuvable } from '../../core/errors.ts';
import { journalizeAlone } from '../../core/journal/journal.ts';
import { direDevis } from '../../features/crm/devis/pdf/donnees.ts';
import { devisPdf, nomDuDevis } from '../../features/crm/devis/pdf/pdf.ts';
import { devis } from '../../features/crm/devis/resource.ts';
import type { Guichet } from '../../guichet.ts';
import { sendPdf } from '../documents/send-pdf.ts';
import { callerOf } from '../request.ts';

export const devisPdfPath = '/devis/:id/pdf';

/** A devis on paper, for whoever may read it; printing it is kept in the journal. @throws 403, 404 */
export const devisPdfRoute =
  (guichet: Guichet): RequestHandler =>
  async (req, res) => {
    const { fichier, nom } = await imprimerDevis(guichet, callerOf(req), req.params.id);
    sendPdf(res, fichier, nom);
  };

/** @param asked the key in the path @throws 403, 404 */
export async function imprimerDevis({ records, database }: Guichet, caller: Caller, asked: unknown) {
  if (typeof asked !== 'string' || !/^[1-9]\d{0,14}$/.test(asked)) throw introuvable();
  const id = Number(asked);
  await records.get(caller, devis, id);
  const dit = await direDevis({ query: (text, values = []) => database.read({ text, values, stable: true }) }, id);
  if (!dit) throw introuvable();
  const nom = nomDuDevis(dit);
  const fichier = await devisPdf(dit, caller.langue);
  const line = { action: 'exporter', ressource: 'devis', objet_id: id, objet: nom, details: { format: 'pdf' } };
  await journalizeAlone(database, caller, line);
  return { fichier, nom };
}
