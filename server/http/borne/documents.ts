import type { Request } from 'express';
import { introuvable } from '../../core/errors.ts';
import type { Transaction } from '../../core/records/transaction.ts';
import { turnsOf } from '../../core/turns.ts';
import { documentsDuClient, exigerOuvert, retirerDuClient } from '../../features/documents/client.ts';
import { deposer } from '../../features/documents/deposer.ts';
import type { Guichet } from '../../guichet.ts';
import { recevoirFichier } from '../documents/recevoir.ts';
import { json } from './lire.ts';
import { cleDe, ecrire, policeDe, porteurDe, sansParametre, sessionDe } from './requete.ts';
import type { Porte } from './routes.ts';

/** A client’s files are in memory while they come in: four at a time, the others are not read before their turn. */
const aSonTour = turnsOf(4);

const path = '/contrats/:police/sinistres/:numero/documents';

/** Photos and papers of a client's own sinistre: sent, listed, taken back. What was sent is not shown at a kiosk. */
export function documentsRoutes(router: Porte, guichet: Guichet): void {
  const { database, stockage } = guichet;

  /** The sinistre in the path, if it is one of this police, which is the client's own. @throws 404 */
  async function sinistreDe(req: Request): Promise<number> {
    const { souscription_id } = await policeDe(guichet, req);
    const [found] = await database.read<{ id: number }>({
      text: 'select id from sinistres where numero = upper($1) and souscription_id = $2',
      values: [String(req.params.numero).trim(), souscription_id],
      stable: true,
    });
    if (!found) throw introuvable();
    return found.id;
  }

  router.get(path, async (req, res) => {
    sansParametre(req);
    json(res, { results: await documentsDuClient(database, await sinistreDe(req)) });
  });

  router.post(path, async (req, res) => {
    sansParametre(req);
    const session = sessionDe(req);
    const sinistre_id = await sinistreDe(req);
    const porteur = porteurDe(session);
    const destination = async (tx: Transaction) => {
      await exigerOuvert(tx, sinistre_id);
      return { sinistre_id, canal: session.canal };
    };
    const depose = await aSonTour(porteur, async () =>
      deposer(stockage, await recevoirFichier(req), destination, (work) => ecrire(guichet, req, porteur, work)),
    );
    json(res, depose, 201);
  });

  router.delete(`${path}/:id`, async (req, res) => {
    sansParametre(req);
    const sinistre_id = await sinistreDe(req);
    const id = cleDe(req);
    await ecrire(guichet, req, porteurDe(sessionDe(req)), async (tx) => {
      await retirerDuClient(tx, sinistre_id, id);
      return null;
    });
    json(res, { results: await documentsDuClient(database, sinistre_id) });
  });
}
