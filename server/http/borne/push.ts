import { ECDH } from 'node:crypto';
import { z } from 'zod';
import { champInvalide, refuse } from '../../core/errors.ts';
import { abonner, desabonner, sujets } from '../../features/borne/push/abonnements.ts';
import { type Guichet, pushOf } from '../../guichet.ts';
import { json } from './lire.ts';
import { corps, ecrire, porteurDe, sansParametre, sessionDe } from './requete.ts';
import type { Porte } from './routes.ts';

const adresse = z.string().max(4000);
const abonnementShape = z.strictObject({
  endpoint: adresse,
  keys: z.strictObject({ p256dh: z.string().max(200), auth: z.string().max(200) }),
  sujets: z
    .array(z.enum(sujets))
    .min(1)
    .max(sujets.length)
    .transform((all) => [...new Set(all)])
    .optional(),
  consentement: z.boolean(),
});
const retraitShape = z.strictObject({ endpoint: adresse });

/** What a client’s own telephone is told of, and whether it is. */
export function pushRoutes(router: Porte, guichet: Guichet): void {
  const { cle, admettre } = pushOf(guichet.config);

  router.get('/borne/push/cle', async (req, res) => {
    sansParametre(req);
    if (!cle) throw refuse('push_eteint');
    json(res, { cle });
  });

  router.post('/borne/push/abonnements', async (req, res) => {
    const session = sessionDe(req);
    const { endpoint: donne, keys, sujets: voulus, consentement } = corps(req, abonnementShape);
    if (!cle) throw refuse('push_eteint');
    if (!consentement) throw champInvalide('consentement', 'consentement_push');
    const endpoint = admettre(donne);
    if (!endpoint) throw champInvalide('endpoint', 'endpoint_push');
    verifierCles(keys);
    const { client_id, succursale_id } = session;
    const abonnement = { ...keys, endpoint, client_id, succursale_id, ...(voulus ? { sujets: voulus } : {}) };
    const { nouveau, ...pris } = await ecrire(guichet, req, porteurDe(session), (tx) => abonner(tx, abonnement));
    json(res, pris, nouveau ? 201 : 200);
  });

  router.delete('/borne/push/abonnements', async (req, res) => {
    sansParametre(req);
    const session = sessionDe(req);
    const { endpoint } = corps(req, retraitShape);
    await ecrire(guichet, req, porteurDe(session), async (tx) => {
      await desabonner(tx, session, admettre(endpoint) ?? endpoint);
      return null;
    });
    res.status(204).end();
  });
}

/** A point of P-256 and 16 bytes, in base64url: with anything else each message would fail. @throws 400 */
function verifierCles({ p256dh, auth }: { p256dh: string; auth: string }): void {
  if (!/^[\w-]{87}$/.test(p256dh) || !surLaCourbe(p256dh)) throw champInvalide('keys.p256dh', 'cle_push');
  if (!/^[\w-]{22}$/.test(auth)) throw champInvalide('keys.auth', 'cle_push');
}

function surLaCourbe(point: string): boolean {
  try {
    ECDH.convertKey(point, 'prime256v1', 'base64url', 'base64url', 'uncompressed');
    return true;
  } catch {
    return false;
  }
}
