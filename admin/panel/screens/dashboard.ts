import type { ActionRequest, PageContext } from 'adminjs';
import { type Caller, can } from '../../../server/core/access.ts';
import { aujourdhui, type Jour } from '../../../server/core/jours.ts';
import { parseQuery } from '../../../server/core/query/parse.ts';
import { succursales } from '../../../server/features/organisation/succursales/resource.ts';
import { type Description, decrire } from '../../../server/features/rapports/chiffres/decrire.ts';
import { accueil, type Tile } from '../../../server/features.ts';
import type { Guichet } from '../../../server/guichet.ts';
import { addressed } from '../adapter/addressed.ts';
import { callerIn } from '../person.ts';

/** A number beside the figures: how many rows, and the filter of the list that has exactly those. */
export interface Total {
  nom: string;
  ressource: string;
  filtre: Record<string, string>;
  count: number;
}

/** What the home must know before it asks for figures. */
export interface Home {
  aujourdhui: Jour;
  chiffres: Description[];
  /** Those within reach; the home lets choose among them. */
  succursales: { id: number; libelle: string }[];
  totaux: Total[];
}

/** What the home of this person is made of, by their rights and reach. */
export const dashboardHandler =
  (guichet: Guichet) =>
  async (_request: ActionRequest, _response: unknown, context: PageContext): Promise<Home> => {
    const caller = await callerIn(guichet, context);
    const tiles = accueil.filter(({ of }) => can(caller.actor, of, 'lire'));
    const [within, totaux] = await Promise.all([
      reached(guichet, caller),
      Promise.all(tiles.map((tile) => total(guichet, caller, tile))),
    ]);
    return { aujourdhui: aujourdhui(), chiffres: decrire(caller), succursales: within, totaux };
  };

async function total(guichet: Guichet, caller: Caller, { name, of, filtre = () => ({}) }: Tile): Promise<Total> {
  const sent = filtre();
  const query = { ...parseQuery(caller.actor, of, Object.entries(sent)), exact: true };
  const { count } = await guichet.records.count(caller, of, query);
  return { nom: name, ressource: of.name, filtre: addressed(sent), count };
}

async function reached(guichet: Guichet, caller: Caller): Promise<Home['succursales']> {
  const { actor } = caller;
  if (!can(actor, succursales, 'lire')) return [];
  const { results } = await guichet.records.list(
    caller,
    succursales,
    parseQuery(actor, succursales, [
      ['fields', 'id,libelle'],
      ['page_size', '200'],
    ]),
  );
  const all: Home['succursales'] = JSON.parse(results);
  return actor.portee === 'toutes' ? all : all.filter(({ id }) => actor.succursales.includes(id));
}
