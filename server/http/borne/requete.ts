import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Caller } from '../../core/access.ts';
import { champInvalide, introuvable, invalide } from '../../core/errors.ts';
import { type Transaction, transact } from '../../core/records/transaction.ts';
import { parse } from '../../core/validation.ts';
import { appelant } from '../../features/borne/appelant.ts';
import { type PoliceDuClient, policeDuClient } from '../../features/borne/contrats.ts';
import { lecteur } from '../../features/borne/lecteur.ts';
import type { Page, Tranche } from '../../features/borne/lecture/cotisations.ts';
import type { SessionBorne } from '../../features/borne/sessions.ts';
import { uneFois } from '../../features/borne/une-fois.ts';
import type { Guichet } from '../../guichet.ts';
import { enteredBy } from '../request.ts';
import { link, parametersOf } from '../rest/page.ts';
import { onlyOnce } from '../rest/routes.ts';
import { send } from '../send.ts';
import { nomDe } from './auth.ts';

const sessions = new WeakMap<Request, SessionBorne>();

export const porterSession = (req: Request, session: SessionBorne): void => void sessions.set(req, session);

/** The client who signed in, if one did. */
export const sessionEventuelle = (req: Request): SessionBorne | undefined => sessions.get(req);

/** The client who signed in. The request must have passed the client's door. */
export function sessionDe(req: Request): SessionBorne {
  const session = sessions.get(req);
  if (!session) throw new Error('no client is signed in');
  return session;
}

/** Who acts in this request: a client, or somebody without a name. */
function appelantDe(req: Request): Caller {
  const { langue, requete_id } = enteredBy(req);
  const session = sessions.get(req);
  const caller = appelant(session ? nomDe(session) : 'Borne', { langue, requete_id, adresse_ip: req.ip });
  return session ? { ...caller, actor: { ...caller.actor, succursale_id: session.succursale_id } } : caller;
}

/** Work in one transaction; with an `Idempotency-Key` the same request of the same bearer has one effect. */
export const ecrire = <T>(
  { database }: Guichet,
  req: Request,
  porteur: string,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> => {
  const caller = appelantDe(req);
  const { once } = onlyOnce(req, caller);
  return transact(database, caller, (tx) => uneFois(tx, porteur, once, () => work(tx)));
};

export const porteurDe = ({ client_id }: SessionBorne): string => `client:${client_id}`;

/** The police in the path, if it is the client's own. @throws 404 */
export const policeDe = ({ database }: Guichet, req: Request): Promise<PoliceDuClient> =>
  policeDuClient(lecteur(database), sessionDe(req).client_id, String(req.params.police));

/** A row's key in the path. @throws 404 for what cannot be one */
export function cleDe(req: Request): number {
  const { id } = req.params;
  if (typeof id !== 'string' || !/^[1-9]\d{0,14}$/.test(id)) throw introuvable();
  return Number(id);
}

/** The body as a shape gives it. @throws 400 that names each field */
export function corps<S extends z.ZodType>(req: Request, shape: S): z.output<S> {
  if (req.body === undefined) throw invalide({ _: [{ key: 'objet_attendu' }] });
  return parse(shape, req.body);
}

const PAGE_MAX = 200;
const pageShape = z.object({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  page_size: z.coerce.number().int().min(1).max(PAGE_MAX).default(25),
});

export interface Parametres extends Tranche {
  /** The client's own police that the list is narrowed to. */
  police?: string;
}

/** Which part of a list is asked for. @throws 400 naming a parameter that is not known, repeated or not valid */
export function parametres(req: Request): Parametres {
  const sent = new URLSearchParams(parametersOf(req));
  for (const name of sent.keys()) {
    if (!['page', 'page_size', 'police'].includes(name)) throw champInvalide(name, 'parametre_inconnu');
    if (sent.getAll(name).length > 1) throw champInvalide(name, 'parametre_repete');
  }
  const { police, ...tranche } = Object.fromEntries(sent);
  return { ...parse(pageShape, tranche), ...(police === undefined ? {} : { police }) };
}

/** Nothing may follow the question mark. @throws 400 naming what does */
export function sansParametre(req: Request): void {
  for (const name of new URLSearchParams(parametersOf(req)).keys()) throw champInvalide(name, 'parametre_inconnu');
}

/** `{"count", "next", "previous", "results"}`, as everywhere. */
export function envoyerPage<T>(req: Request, res: Response, { page, page_size }: Tranche, found: Page<T>): void {
  const more = page * page_size < found.count;
  const next = more ? link(req, 'page', page + 1) : 'null';
  const previous = page > 1 ? link(req, 'page', page - 1) : 'null';
  const results = JSON.stringify(found.results);
  send(res, 200, `{"count":${found.count},"next":${next},"previous":${previous},"results":${results}}`);
}
