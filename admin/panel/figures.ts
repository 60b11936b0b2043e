import express, { type Express, type Request, type Router } from 'express';
import type { Caller } from '../../server/core/access.ts';
import { champInvalide, introuvable, Problem } from '../../server/core/errors.ts';
import { say } from '../../server/core/messages/messages.ts';
import { chiffre, chiffresPour } from '../../server/features/rapports/chiffres/chiffre.ts';
import type { Chiffre, Liste } from '../../server/features/rapports/chiffres/types.ts';
import type { Vue } from '../../server/features/rapports/populations.ts';
import { resources } from '../../server/features.ts';
import type { Guichet } from '../../server/guichet.ts';
import { fluxDe } from '../../server/http/dashboard/flux.ts';
import { vueDe } from '../../server/http/dashboard/parametres.ts';
import { addressed } from './adapter/addressed.ts';
import { filtersIn, sentBy } from './adapter/filters.ts';
import { callerIn, type Person } from './person.ts';
import type { PanelSession } from './session.ts';

/** The most figures that one request asks for. */
const MANY = 40;

/** Each figure asked for, or why it could not be had. */
export interface Figures {
  chiffres: Record<string, Chiffre>;
  erreurs: Record<string, string>;
}

/**
 * What the home stands on, for the panel's session: `/api/chiffres/encaisse,contrats?du=&au=&succursale_id=`, each
 * figure with the panel's own addresses of its lists; `/api/flux`, the names of figures that have changed; and
 * `/api/somme/paiements?champ=montant&filters.…`, what the rows of a list add up to.
 */
export function figureRoutes(guichet: Guichet, session: PanelSession): Router {
  const router = express.Router();

  router.get('/api/chiffres/:noms', async (req, res) => {
    const noms = String(req.params.noms).split(',');
    if (noms.length > MANY) throw introuvable('chemin_inconnu');
    const vue = vueDe(req);
    const caller = await callerIn(guichet, present(req));
    const answered = await Promise.all(noms.map((nom) => figure(guichet, caller, nom, vue)));
    if (req.get('x-guichet-veille')) unattended(req);
    res.json({
      chiffres: Object.fromEntries(answered.flatMap(({ nom, chiffre }) => (chiffre ? [[nom, chiffre]] : []))),
      erreurs: Object.fromEntries(answered.flatMap(({ nom, erreur }) => (erreur ? [[nom, erreur]] : []))),
    } satisfies Figures);
  });

  router.get('/api/flux', async (req, res) => {
    const person = present(req);
    const caller = await callerIn(guichet, person);
    session.untilOver(req, res);
    unattended(req);
    const still = () => callerIn(guichet, person).then(chiffresPour, () => undefined);
    fluxDe(guichet).brancher(req.app as Express, res, chiffresPour(caller), still);
  });

  router.get('/api/somme/:resource', async (req, res) => {
    const resource = resources.find(({ name }) => name === req.params.resource);
    if (!resource) throw introuvable('chemin_inconnu');
    const caller = await callerIn(guichet, present(req));
    const { champ = '', ...query } = req.query as Record<string, string>;
    if (!resource.fields.has(champ)) throw champInvalide('champ', 'champ_inconnu_nomme', { champ });
    const sent = sentBy(resource, filtersIn(Object.entries(query)));
    const [total] = JSON.parse(await guichet.records.aggregate(caller, resource, [['sum', champ], ...sent]));
    res.json({ nombre: total?.nombre ?? 0, somme: Number(total?.[`sum_${champ}`] ?? 0) });
  });

  return router;
}

const present = (req: Request) => ({
  currentAdmin: (req.session as unknown as { adminUser?: Person } | undefined)?.adminUser,
});

/** Nobody is at the screen for this request: it must not make the session last. */
const unattended = (req: Request): boolean => Reflect.deleteProperty(req, 'session');

async function figure(guichet: Guichet, caller: Caller, nom: string, vue: Vue) {
  try {
    return { nom, chiffre: inPanel(await chiffre(guichet, caller, nom, vue)) };
  } catch (error) {
    if (!(error instanceof Problem)) console.error('figure', nom, error);
    const said = error instanceof Problem ? error.said : { key: 'base_indisponible' };
    return { nom, erreur: say(caller.langue, said) };
  }
}

const listed = <T extends { liste?: Liste }>(part: T): T =>
  part.liste ? { ...part, liste: { ...part.liste, filtre: addressed(part.liste.filtre) } } : part;

/** A figure whose lists are the panel's. */
const inPanel = (made: Chiffre): Chiffre => ({
  ...listed(made),
  series: made.series.map((serie) => ({ ...listed(serie), points: serie.points.map(listed) })),
});
