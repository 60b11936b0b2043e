import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { introuvable, nonIdentifie } from '../../core/errors.ts';
import { type Rappel, type Recu, recevoirAirtel, recevoirMtn } from '../../features/assurance/mobile-money/rappels.ts';
import type { Guichet } from '../../guichet.ts';
import { enteredBy } from '../request.ts';

/** The body as it came, byte for byte: a signature covers nothing else. */
const raw: RequestHandler = express.raw({ type: () => true, limit: '64kb' });

/**
 * Where the operators tell that a payment has moved. They are answered before anybody is asked, and what they say is
 * only a reason to ask. MTN's documents disagree on the method. @throws 404 for what names none of our attempts
 */
export function rappelRoutes(api: Router, guichet: Guichet): void {
  const { database } = guichet;
  const mtn: RequestHandler = async (req, res) =>
    answer(res, await recevoirMtn(database, guichet.caisses, String(req.params.jeton), heard(req)));
  api.put('/rappels/mtn/:jeton', raw, mtn);
  api.post('/rappels/mtn/:jeton', raw, mtn);
  api.post('/rappels/airtel', raw, async (req, res) => {
    const { hash } = req.headers;
    answer(
      res,
      await recevoirAirtel(database, guichet.caisses, heard(req), typeof hash === 'string' ? hash : undefined),
    );
  });
}

function answer(res: Response, recu: Recu): void {
  if (recu === 'inconnu') throw introuvable('rappel_inconnu');
  if (recu === 'signature_fausse') throw nonIdentifie('signature_fausse');
  res.status(204).end();
}

const heard = (req: Request): Rappel => ({
  corps: Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0),
  methode: req.method,
  adresse_ip: req.ip,
  requete_id: enteredBy(req).requete_id,
});
