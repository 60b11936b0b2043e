import type { Request, RequestHandler, Router } from 'express';
import { champInvalide, introuvable } from '../../core/errors.ts';
import { transact } from '../../core/records/transaction.ts';
import { garderRefus } from '../../features/documents/garder-refus.ts';
import type { Demande } from '../../features/rapports/etats/demande.ts';
import { exportDe, exportsDe, fichierDe, retirerExport } from '../../features/rapports/etats/exports/lire.ts';
import { lireRapport } from '../../features/rapports/etats/lire.ts';
import { listerRapports } from '../../features/rapports/etats/lister.ts';
import type { Guichet } from '../../guichet.ts';
import { callerOf } from '../request.ts';
import { link, parametersOf } from '../rest/page.ts';
import { onlyOnce } from '../rest/routes.ts';
import { send } from '../send.ts';
import { lireCorps } from './corps.ts';
import { envoyerFichier } from './envoyer-fichier.ts';
import { exporter, preparerPour } from './exporter.ts';

/**
 * Reports, and the files that are made of them. Everybody reads as themselves: through the engine alone.
 * @param door lets those in who are signed in
 */
export function rapportsRoutes(api: Router, guichet: Guichet, door: RequestHandler): void {
  const { database, records, stockage } = guichet;

  api.get('/rapports', door, (req, res) => {
    withoutParameters(req);
    send(res, 200, JSON.stringify(listerRapports(callerOf(req))));
  });

  api.get('/rapports/exports', door, async (req, res) => {
    withoutParameters(req);
    send(res, 200, JSON.stringify({ results: await exportsDe(database, callerOf(req)) }));
  });

  api.get('/rapports/exports/:id', door, async (req, res) => {
    withoutParameters(req);
    send(res, 200, JSON.stringify(await exportDe(database, callerOf(req), idOf(req))));
  });

  api.get('/rapports/exports/:id/fichier', door, async (req, res) => {
    withoutParameters(req);
    const caller = callerOf(req);
    const id = idOf(req);
    const line = { action: 'telecharger', ressource: 'exports', objet_id: id };
    const garde = await garderRefus(database, caller, line, () => fichierDe(database, stockage, caller, id));
    await envoyerFichier(res, garde);
  });

  api.delete('/rapports/exports/:id', door, async (req, res) => {
    const cle = await transact(database, callerOf(req), (tx) => retirerExport(tx, idOf(req)));
    if (cle) await stockage.remove(cle);
    res.status(204).end();
  });

  api.post('/rapports/export', door, async (req, res) => {
    const caller = callerOf(req);
    const once = onlyOnce(req, caller);
    const asked = await exporter(guichet, caller, lireCorps(req.body), once);
    if ('fichier' in asked) return envoyerFichier(res, asked.fichier);
    res.setHeader('Location', `${req.baseUrl}/rapports/exports/${asked.commande?.id}`);
    send(res, 202, JSON.stringify(asked.commande));
  });

  api.get('/rapports/:rapport', door, async (req, res) => {
    const caller = callerOf(req);
    const demande = demandeIn(req, String(req.params.rapport));
    const prete = await preparerPour(guichet, caller, demande, 'lire');
    const { head, results, more } = await lireRapport(records, caller, prete);
    const { page } = prete.query;
    const next = more ? link(req, 'page', page + 1) : 'null';
    const previous = page > 1 ? link(req, 'page', page - 1) : 'null';
    send(res, 200, `${JSON.stringify(head).slice(0, -1)},"next":${next},"previous":${previous},"results":${results}}`);
  });
}

/** The parameters of an address: the report's own, and filters. @throws 400 for one that is given twice */
function demandeIn(req: Request, rapport: string): Demande {
  const filtres: Record<string, string> = Object.create(null);
  for (const [name, value] of new URLSearchParams(parametersOf(req))) {
    if (Object.hasOwn(filtres, name)) throw champInvalide(name, 'parametre_repete');
    filtres[name] = value;
  }
  const { colonnes, grouper_par, ...others } = filtres;
  const names = colonnes
    ?.split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  return { rapport, filtres: others, colonnes: names, grouper_par: grouper_par || undefined };
}

function withoutParameters(req: Request): void {
  for (const [name] of new URLSearchParams(parametersOf(req))) throw champInvalide(name, 'parametre_inconnu');
}

/** @throws 404 for what cannot be a key */
function idOf({ params: { id } }: Request): number {
  if (typeof id !== 'string' || !/^[1-9]\d{0,14}$/.test(id)) throw introuvable();
  return Number(id);
}
