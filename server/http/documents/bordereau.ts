import type { RequestHandler } from 'express';
import type { Caller } from '../../core/access.ts';
import { introuvable } from '../../core/errors.ts';
import { journalizeAlone } from '../../core/journal/journal.ts';
import { donneesBordereau } from '../../features/assurance/reversements/bordereaux/imprimer.ts';
import { bordereauPdf } from '../../features/assurance/reversements/bordereaux/pdf.ts';
import { bordereaux } from '../../features/assurance/reversements/bordereaux/resource.ts';
import type { Guichet } from '../../guichet.ts';
import { callerOf } from '../request.ts';
import { sendPdf } from './send-pdf.ts';

export const bordereauPath = '/bordereaux/:id/pdf';

/** A bordereau on paper, for whoever may read it; printing it is kept in the journal. @throws 403, 404 */
export const bordereauRoute =
  (guichet: Guichet): RequestHandler =>
  async (req, res) => {
    const { fichier, nom } = await imprimerBordereau(guichet, callerOf(req), req.params.id);
    sendPdf(res, fichier, nom);
  };

/** @param asked the key in the path @throws 403, 404 */
export async function imprimerBordereau({ records, database }: Guichet, caller: Caller, asked: unknown) {
  if (typeof asked !== 'string' || !/^[1-9]\d{0,14}$/.test(asked)) throw introuvable();
  const id = Number(asked);
  await records.get(caller, bordereaux, id);
  const imprime = await donneesBordereau(database, caller, id);
  const fichier = await bordereauPdf(imprime);
  const line = { action: 'exporter', ressource: 'bordereaux', objet_id: id, objet: imprime.numero };
  await journalizeAlone(database, caller, { ...line, details: { format: 'pdf' } });
  return { fichier, nom: imprime.numero };
}
