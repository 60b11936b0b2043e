import { annoncesPour } from '../../features/annonces/lire.ts';
import { lecteur } from '../../features/borne/lecteur.ts';
import type { Guichet } from '../../guichet.ts';
import { bearerOf, type Jetons } from './jetons.ts';
import { json } from './lire.ts';
import { sansParametre } from './requete.ts';
import type { Porte } from './routes.ts';

const ANNONCES_SECONDES = 60;

/** What the institution tells: everybody, and the client who signed in. */
export function annoncesRoutes(router: Porte, { database }: Guichet, jetons: Jetons): void {
  router.get('/borne/annonces', async (req, res) => {
    sansParametre(req);
    const token = bearerOf(req);
    // Screens ask for these by themselves: that is no sign of somebody being there, so the session does not go on.
    const client = token ? (await jetons.verify(token)).client_id : null;
    const results = await annoncesPour(lecteur(database), client);
    res.vary('Authorization');
    json(res, { results }, 200, client === null ? ANNONCES_SECONDES : undefined);
  });
}
