import { z } from 'zod';
import { envoyer } from '../../features/borne/envoyer/envoyer.ts';
import { moyens, sortes } from '../../features/borne/envoyer/messages.ts';
import type { Guichet } from '../../guichet.ts';
import { texte } from './corps.ts';
import { json } from './lire.ts';
import { corps, ecrire, policeDe, porteurDe, sessionDe } from './requete.ts';
import type { Porte } from './routes.ts';

const envoiShape = z.strictObject({
  document: z.enum(sortes),
  par: z.enum(moyens),
  police: texte(40).optional(),
  paiement: texte(60).optional(),
});

/** What a client has sent to the telephone or the e-mail address on file. */
export function envoyerRoutes(router: Porte, guichet: Guichet): void {
  router.post('/clients/:police/envoyer', async (req, res) => {
    const session = sessionDe(req);
    const police = await policeDe(guichet, req);
    const asked = corps(req, envoiShape);
    const secret = guichet.config.GUICHET_SECRET;
    json(res, await ecrire(guichet, req, porteurDe(session), (tx) => envoyer(tx, secret, session, police, asked)), 202);
  });
}
