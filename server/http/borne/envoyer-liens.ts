import type { Request } from 'express';
import { ouvrirLien } from '../../features/borne/envoyer/liens.ts';
import { lecteur } from '../../features/borne/lecteur.ts';
import { authenticiteDe } from '../../features/borne/lecture/authenticite.ts';
import type { Guichet } from '../../guichet.ts';
import { giveTurnBack, takeTurn } from '../auth/throttle.ts';
import { json } from './lire.ts';
import { envoyerPdf, sceauDe } from './pdf.ts';
import { sansParametre } from './requete.ts';
import type { Porte } from './routes.ts';

/** What whoever holds a link or an attestation may open or check. Guesses count for the address; good ones do not. */
export function liensRoutes(router: Porte, guichet: Guichet): void {
  const { database, config } = guichet;
  const sceau = sceauDe(guichet);

  router.get('/borne/attestations/:code', async (req, res) => {
    sansParametre(req);
    const tour = `attestation:${req.ip}`;
    await takeTurn(database, 'adresse', tour);
    const found = await authenticiteDe(lecteur(database), config.GUICHET_SECRET, dans(req, 'code'));
    if (found.authentique) await giveTurnBack(database, 'adresse', tour);
    json(res, found);
  });

  router.get('/borne/liens/:jeton.pdf', async (req, res) => {
    sansParametre(req);
    const tour = `lien:${req.ip}`;
    await takeTurn(database, 'adresse', tour);
    const edition = await ouvrirLien(database, sceau, dans(req, 'jeton'));
    await giveTurnBack(database, 'adresse', tour);
    res.setHeader('Referrer-Policy', 'no-referrer');
    res.setHeader('X-Robots-Tag', 'noindex');
    envoyerPdf(res, edition, 'inline');
  });
}

const dans = ({ params }: Request, name: string): string => String(params[name]);
