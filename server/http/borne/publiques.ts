import type { Request } from 'express';
import { z } from 'zod';
import { nonIdentifie } from '../../core/errors.ts';
import { parse } from '../../core/validation.ts';
import { periodicites } from '../../features/assurance/echeancier.ts';
import { etatPaiement } from '../../features/assurance/mobile-money/etat.ts';
import { demanderCode, texteDemonstration } from '../../features/borne/exiger-code.ts';
import { lecteur } from '../../features/borne/lecteur.ts';
import { produitEnVente, produitsEnVente } from '../../features/borne/lecture/produits.ts';
import { lireSuivi } from '../../features/borne/payer/suivi.ts';
import { attendPaiement, prolonger } from '../../features/borne/presence.ts';
import { type Demande, souscrireSeul } from '../../features/borne/souscrire-seul.ts';
import type { Guichet } from '../../guichet.ts';
import { takeTurn } from '../auth/throttle.ts';
import { enteredBy } from '../request.ts';
import { depuis } from './auth.ts';
import { borneDe } from './borne-connue.ts';
import { redemanderCode } from './connexion.ts';
import { francs, operateur, telephone, terminalDe, texte } from './corps.ts';
import { sonnerSansHarceler } from './freins.ts';
import { bearerOf, type Jetons, jetonBorne } from './jetons.ts';
import { json } from './lire.ts';
import { corps, ecrire, porterSession, porteurDe, sansParametre, sessionEventuelle } from './requete.ts';
import type { Porte } from './routes.ts';

const butShape = z.strictObject({ but: z.enum(['beneficiaire', 'sinistre', 'telephone']) });

const commun = {
  produit: texte(40),
  montant: francs(),
  periodicite: z.enum(periodicites),
  operateur,
  telephone_payeur: telephone().optional(),
  canal: z.enum(['borne', 'espace']).optional(),
  consentement: texte(4000),
};
const inconnuShape = z.strictObject({ ...commun, nom: texte(120), prenom: texte(120), telephone: telephone() });
const connuShape = z.strictObject(commun);

const PRODUITS_SECONDES = 300;

/** What works without signing in, and what is a little more for those who have. */
export function publiquesRoutes(router: Porte, guichet: Guichet, jetons: Jetons): void {
  const { database, config } = guichet;
  const db = lecteur(database);

  /** A token that is not a client's opens nothing here. @throws 401 */
  async function reconnaitre(req: Request): Promise<void> {
    const token = bearerOf(req);
    if (token) porterSession(req, await jetons.verifyAndGoOn(token));
  }

  /** Whoever waits at the terminal for their own payment is still there. */
  async function attendre(req: Request, numero: string): Promise<void> {
    const token = jetonBorne(req);
    const session = token ? await jetons.find(token) : undefined;
    if (session && (await attendPaiement(database, session, numero))) await prolonger(database, session);
  }

  router.get('/borne/produits', async (req, res) => {
    sansParametre(req);
    json(res, { results: await produitsEnVente(db) }, 200, PRODUITS_SECONDES);
  });

  router.get('/borne/produits/:code', async (req, res) => {
    sansParametre(req);
    json(res, await produitEnVente(db, req.params.code as string), 200, PRODUITS_SECONDES);
  });

  router.get('/borne/paiements/:suivi', async (req, res) => {
    sansParametre(req);
    const numero = lireSuivi(config.GUICHET_SECRET, req.params.suivi as string);
    const etat = await etatPaiement(database, numero, enteredBy(req).langue);
    await attendre(req, numero);
    json(res, etat);
  });

  router.post('/borne/codes', async (req, res) => {
    await reconnaitre(req);
    if (req.body?.but === 'connexion') return json(res, await redemanderCode(guichet, req.body, depuis(req)), 202);
    const session = sessionEventuelle(req);
    if (!session) throw nonIdentifie();
    const { but } = corps(req, butShape);
    const emis = await demanderCode(guichet, session, but, enteredBy(req).langue);
    const demonstration = await texteDemonstration(guichet, session.telephone);
    return json(res, { ...emis, ...(demonstration ? { demonstration } : {}) }, 201);
  });

  router.post('/borne/souscriptions', async (req, res) => {
    await reconnaitre(req);
    const session = sessionEventuelle(req);
    const sent = session ? { ...parse(connuShape, req.body ?? {}), session } : corps(req, inconnuShape);
    const borne = borneDe(req);
    const canal = borne ? 'borne' : (sent.canal ?? session?.canal ?? 'borne');
    const demande = { ...sent, canal } as Demande;
    const qui = (sent as Partial<z.output<typeof inconnuShape>>).telephone ?? session?.telephone ?? '';
    if (!session) await freiner(req, qui);
    await sonnerSansHarceler(database, demande.telephone_payeur, qui);
    const porteur = session ? porteurDe(session) : `telephone:${qui}`;
    const { USSD_SUCCURSALE: succursale } = config.passerelles;
    const moyens = { secret: config.GUICHET_SECRET, succursale, succursale_id: borne?.succursale_id };
    json(res, await ecrire(guichet, req, porteur, (tx) => souscrireSeul(tx, moyens, demande)), 202);
  });

  /** Each request rings a telephone: it counts for that telephone, for the address and for the terminal. @throws 429 */
  async function freiner(req: Request, asked: string): Promise<void> {
    await takeTurn(database, 'adresse', `souscription:${req.ip}`);
    const terminal = terminalDe(req);
    if (terminal) await takeTurn(database, 'adresse', `souscription-terminal:${terminal}`);
    await takeTurn(database, 'compte', `souscription:${asked}`);
  }
}
