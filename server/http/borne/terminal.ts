import type { RequestHandler, Router } from 'express';
import { z } from 'zod';
import { Problem } from '../../core/errors.ts';
import { journalizeAlone } from '../../core/journal/journal.ts';
import { transact } from '../../core/records/transaction.ts';
import { appelant } from '../../features/borne/appelant.ts';
import { imprimantes } from '../../features/borne/bornes/borne.ts';
import { borneDuJeton, noterContact } from '../../features/borne/bornes/contact.ts';
import { enroler } from '../../features/borne/bornes/enrolement.ts';
import { lecteur } from '../../features/borne/lecteur.ts';
import { reglagesBorne } from '../../features/borne/reglages.ts';
import type { Guichet } from '../../guichet.ts';
import { forgetFailures, takeTurn } from '../auth/throttle.ts';
import { enteredBy } from '../request.ts';
import { borneExigee, porterBorne } from './borne-connue.ts';
import { texte } from './corps.ts';
import { json } from './lire.ts';
import { corps, sansParametre } from './requete.ts';

const version = texte(40);
const enrolerShape = z.strictObject({ code: texte(40), version });
const contactShape = z.strictObject({ version, imprimante: z.enum(imprimantes) });

const REGLAGES_SECONDES = 60;

/** The terminal itself, whoever stands before it; and the door that knows it by `X-Borne` in every other request. */
export function terminalRoutes(api: Router, guichet: Guichet): void {
  const { database, config } = guichet;
  const de = (req: Parameters<RequestHandler>[0], nom: string) => {
    const { langue, requete_id } = enteredBy(req);
    return appelant(nom, { langue, requete_id, adresse_ip: req.ip });
  };

  // Before the door: a terminal that was revoked is enrolled again.
  api.post('/borne/terminal/enroler', async (req, res) => {
    res.setHeader('Cache-Control', 'no-store');
    const place = `enroler:${req.ip}`;
    await takeTurn(database, 'compte', place);
    const { code, version } = corps(req, enrolerShape);
    const enrolee = await transact(database, de(req, 'Borne'), (tx) => enroler(tx, code, version)).catch(
      async (error: unknown) => {
        if (error instanceof Problem && error.status === 401)
          await journalizeAlone(database, de(req, 'Borne'), {
            action: 'mettre-en-service',
            ressource: 'bornes',
            resultat: 'refuse',
          });
        throw error;
      },
    );
    await forgetFailures(database, 'compte', place);
    json(res, enrolee, 201);
  });

  api.use(async (req, _res, next) => {
    const jeton = req.headers['x-borne'];
    if (jeton !== undefined) porterBorne(req, await borneDuJeton(database, jeton));
    next();
  });

  api.post('/borne/terminal/contact', async (req, res) => {
    res.setHeader('Cache-Control', 'no-store');
    const borne = borneExigee(req);
    const contact = corps(req, contactShape);
    const situation = await transact(database, de(req, borne.nom), (tx) => noterContact(tx, borne, contact));
    json(res, { borne: situation, reglages: await reglagesBorne(lecteur(database), config.GUICHET_URL) });
  });

  api.get('/borne/reglages', async (req, res) => {
    sansParametre(req);
    json(res, await reglagesBorne(lecteur(database), config.GUICHET_URL), 200, REGLAGES_SECONDES);
  });
}
