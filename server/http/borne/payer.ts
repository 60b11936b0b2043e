import { z } from 'zod';
import { lecteur } from '../../features/borne/lecteur.ts';
import { payer, renouveler } from '../../features/borne/payer/payer.ts';
import { rattrapageDe } from '../../features/borne/payer/rattrapage.ts';
import { renouvellementDe } from '../../features/borne/payer/renouvellement.ts';
import type { Guichet } from '../../guichet.ts';
import { enteredBy } from '../request.ts';
import { francs, operateur, telephone } from './corps.ts';
import { sonnerSansHarceler } from './freins.ts';
import { json } from './lire.ts';
import { corps, ecrire, policeDe, porteurDe, sansParametre, sessionDe } from './requete.ts';
import type { Porte } from './routes.ts';

const moyen = { operateur, telephone: telephone().optional() };
const paiementShape = z.strictObject({
  ...moyen,
  montant: francs(),
  type: z.enum(['cotisation', 'rattrapage']).optional(),
});
const renouvellementShape = z.strictObject(moyen);

/** What a client may pay, and for how much. The telephone on file is asked unless another is given. */
export function payerRoutes(router: Porte, guichet: Guichet): void {
  const { database, config } = guichet;
  const secret = config.GUICHET_SECRET;

  router.get('/contrats/:police/rattrapage', async (req, res) => {
    sansParametre(req);
    json(res, await rattrapageDe(lecteur(database), await policeDe(guichet, req), enteredBy(req).langue));
  });

  router.get('/contrats/:police/renouvellement', async (req, res) => {
    sansParametre(req);
    json(res, await renouvellementDe(lecteur(database), await policeDe(guichet, req)));
  });

  router.post('/contrats/:police/payer', async (req, res) => {
    const session = sessionDe(req);
    const police = await policeDe(guichet, req);
    const asked = corps(req, paiementShape);
    await sonnerSansHarceler(database, asked.telephone, session.telephone);
    const paiement = { ...asked, telephone: asked.telephone ?? session.telephone };
    json(res, await ecrire(guichet, req, porteurDe(session), (tx) => payer(tx, secret, police, paiement)), 202);
  });

  router.post('/contrats/:police/renouveler', async (req, res) => {
    const session = sessionDe(req);
    const police = await policeDe(guichet, req);
    const asked = corps(req, renouvellementShape);
    await sonnerSansHarceler(database, asked.telephone, session.telephone);
    const par = { ...asked, telephone: asked.telephone ?? session.telephone };
    json(res, await ecrire(guichet, req, porteurDe(session), (tx) => renouveler(tx, secret, police, par)), 202);
  });
}
