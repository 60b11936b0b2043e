import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { interdit, introuvable, Problem } from '../../core/errors.ts';
import type { Langue } from '../../core/messages/messages.ts';
import { consulter, type Lien, lienDe, type Origine, repondreParLien } from '../../features/crm/devis/liens/ouvrir.ts';
import { type DevisDit, direDevis } from '../../features/crm/devis/pdf/donnees.ts';
import { devisPdf, nomDuDevis } from '../../features/crm/devis/pdf/pdf.ts';
import type { Guichet } from '../../guichet.ts';
import { giveTurnBack, takeTurn } from '../auth/throttle.ts';
import { sendPdf } from '../documents/send-pdf.ts';
import { enteredBy } from '../request.ts';
import { actifsRoutes } from './actifs.ts';
import { lireAccord, lireMotif } from './formulaires.ts';
import { envoyerFerme, envoyerPage, fermer } from './page.ts';

interface Ouvert {
  lien: Lien;
  devis: DevisDit;
  langue: Langue;
  chemin: string;
  origine: Origine;
}

type Suite = (req: Request, res: Response, ouvert: Ouvert) => Promise<void> | void;

/** What a client does with the private link of a devis: reads it, keeps its paper, says yes or no. Nobody signs in. */
export function devisRoutes(guichet: Guichet): Router {
  const { database } = guichet;
  const router = express.Router();
  actifsRoutes(router);
  const form = express.urlencoded({ extended: false, limit: '16kb' });

  router.get(
    '/:jeton',
    parLien(guichet, async (req, res, { lien, devis, langue, chemin, origine }) => {
      if (devis.statut === 'envoye' && lit(req)) await consulter(database, lien, origine);
      envoyerPage(res, devis, langue, chemin);
    }),
  );

  router.get(
    '/:jeton/devis.pdf',
    parLien(guichet, async (_req, res, { devis, langue }) => {
      fermer(res);
      sendPdf(res, await devisPdf(devis, langue), nomDuDevis(devis));
    }),
  );

  const answered: Suite = (_req, res, { chemin, langue }) => {
    fermer(res);
    res.redirect(303, `${chemin}?langue=${langue}`);
  };

  router.post(
    '/:jeton/accepter',
    form,
    parLien(guichet, async (req, res, ouvert) => {
      const { lien, devis, langue, chemin, origine } = ouvert;
      const accord = lireAccord(typed(req));
      if ('saisie' in accord && repondable(devis)) return envoyerPage(res, devis, langue, chemin, accord.saisie);
      if ('par' in accord) await once(repondreParLien(database, lien, { verbe: 'accepter', par: accord.par }, origine));
      return answered(req, res, ouvert);
    }),
  );

  router.post(
    '/:jeton/refuser',
    form,
    parLien(guichet, async (req, res, ouvert) => {
      const { lien, devis, origine } = ouvert;
      const motif = lireMotif(typed(req));
      await once(repondreParLien(database, lien, { verbe: 'refuser', par: devis.client, motif }, origine));
      return answered(req, res, ouvert);
    }),
  );

  return router;
}

const repondable = ({ statut }: DevisDit) => statut === 'envoye' || statut === 'consulte';

/** The page tells what was decided already, in this tab or another: that is no error. */
async function once(answer: Promise<void>): Promise<void> {
  try {
    await answer;
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 409) throw error;
  }
}

/** Finds what the link opens. Guesses count for the address; good ones do not. */
const parLien =
  ({ database }: Guichet, suite: Suite): RequestHandler =>
  async (req, res) => {
    const asked = new URL(req.originalUrl, 'http://guichet').searchParams.get('langue');
    const known = asked === 'fr' || asked === 'en' ? asked : undefined;
    const { requete_id, langue: preferred } = enteredBy(req);
    const jeton = String(req.params.jeton);
    const tour = `devis:${req.ip}`;
    try {
      await takeTurn(database, 'adresse', tour);
      const lien = await lienDe(database, jeton);
      await giveTurnBack(database, 'adresse', tour);
      demanderMemeOrigine(req);
      const query = <T extends object>(text: string, values: unknown[] = []) =>
        database.read<T>({ text, values, stable: true });
      const devis = await direDevis({ query }, lien.devis_id);
      if (!devis) throw introuvable('devis_lien_ferme');
      const langue = known ?? lien.langue;
      const origine = { adresse_ip: req.ip, requete_id, langue };
      await suite(req, res, { lien, devis, langue, chemin: `/devis/${jeton}`, origine });
    } catch (error) {
      const status = error instanceof Problem ? error.status : 500;
      if (status !== 404 && status !== 429) throw error;
      envoyerFerme(res, known ?? preferred, status === 429 ? 'attente' : 'ferme');
    }
  };

/**
 * An answer comes from the page that the link opened. That page tells no address to anybody, so that some browsers name
 * no origin (`null`) even towards it: then the token, which no other site knows, is what speaks for it. @throws 403
 */
function demanderMemeOrigine(req: Request): void {
  if (req.method === 'GET' || req.method === 'HEAD') return;
  const { 'sec-fetch-site': site, origin, host } = req.headers;
  const same = site ? site === 'same-origin' : origin === 'null' || hostOf(origin) === host;
  if (!same) throw interdit('interdit_origine');
}

const hostOf = (origin = ''): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined);

const MACHINES = /bot\b|crawl|spider|preview|facebookexternalhit|whatsapp|telegram|slack|skype|safelinks|scanner/i;

/** Whether a person reads it, rather than a browser that looks ahead, or a program that looks at links in messages. */
function lit({ method, headers }: Request): boolean {
  const ahead = [headers['sec-purpose'], headers.purpose, headers['x-purpose'], headers['x-moz']].join(' ');
  return method === 'GET' && !/prefetch|prerender|preview/i.test(ahead) && !MACHINES.test(headers['user-agent'] ?? '');
}

const typed = ({ body }: Request): Record<string, string> =>
  Object.fromEntries(
    Object.entries((body ?? {}) as Record<string, unknown>).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
