import type { ActionRequest, PageContext } from 'adminjs';
import { type Caller, can } from '../../../server/core/access.ts';
import { aujourdhui, plusJours, plusMois } from '../../../server/core/jours.ts';
import { choiceLabel } from '../../../server/core/messages/messages.ts';
import { parseQuery, type Sent } from '../../../server/core/query/parse.ts';
import type { Resource } from '../../../server/core/resource.ts';
import { clients } from '../../../server/features/clients/resource.ts';
import { succursales } from '../../../server/features/organisation/succursales/resource.ts';
import { accueil, type Tile } from '../../../server/features.ts';
import type { Guichet } from '../../../server/guichet.ts';
import { addressed } from '../adapter/filters.ts';
import { callerIn } from '../person.ts';

/** A bar or a slice: what it is called, how many, and the filter of the list that shows exactly those. */
interface Part {
  libelle: string;
  nombre: number;
  filtre: Record<string, string>;
}

const MONTHS = 12;

/** What the home shows: numbers of this person's own reach, each with the way to its rows. */
export const dashboardHandler =
  (guichet: Guichet) => async (_request: ActionRequest, _response: unknown, context: PageContext) => {
    const caller = await callerIn(guichet, context);
    const tiles = accueil.filter(({ of }) => can(caller.actor, of, 'lire'));
    const totaux = await Promise.all(tiles.map((tile) => total(guichet, caller, tile)));
    if (!can(caller.actor, clients, 'lire')) return { totaux };
    const [parSuccursale, parCategorie, parMois] = await Promise.all([
      bySuccursale(guichet, caller),
      byCategorie(guichet, caller),
      byMonth(guichet, caller),
    ]);
    return { totaux, parSuccursale, parCategorie, parMois };
  };

/** A tile: its name, how many rows, and the filter of the list that has exactly those. */
async function total(guichet: Guichet, caller: Caller, { name, of, filtre = () => ({}) }: Tile) {
  const sent = filtre();
  const query = parseQuery(caller.actor, of, Object.entries(sent));
  const counted = await guichet.records.count(caller, of, query);
  return { nom: name, ressource: of.name, filtre: addressed(sent), ...counted };
}

async function groups<Group>(
  guichet: Guichet,
  caller: Caller,
  resource: Resource,
  sent: Sent,
): Promise<(Group & { nombre: number })[]> {
  return JSON.parse(await guichet.records.aggregate(caller, resource, sent));
}

async function bySuccursale(guichet: Guichet, caller: Caller): Promise<Part[]> {
  const found = await groups<{ succursale_id: number }>(guichet, caller, clients, [['group_by', 'succursale_id']]);
  const names = await succursaleNames(guichet, caller);
  return found.map(({ succursale_id: id, nombre }) => ({
    libelle: names.get(id) ?? String(id),
    nombre,
    filtre: { succursale_id: String(id) },
  }));
}

async function succursaleNames(guichet: Guichet, caller: Caller): Promise<Map<number, string>> {
  if (!can(caller.actor, succursales, 'lire')) return new Map();
  const { results } = await guichet.records.list(
    caller,
    succursales,
    parseQuery(caller.actor, succursales, [
      ['fields', 'libelle'],
      ['page_size', '200'],
    ]),
  );
  return new Map((JSON.parse(results) as { id: number; libelle: string }[]).map(({ id, libelle }) => [id, libelle]));
}

async function byCategorie(guichet: Guichet, caller: Caller): Promise<Part[]> {
  const found = await groups<{ categorie: string }>(guichet, caller, clients, [['group_by', 'categorie']]);
  return found.map(({ categorie, nombre }) => ({
    libelle: choiceLabel(caller.langue, clients, 'categorie', categorie),
    nombre,
    filtre: { categorie },
  }));
}

/** The last twelve months, also those in which nobody came. */
async function byMonth(guichet: Guichet, caller: Caller): Promise<Part[]> {
  const first = plusMois(`${aujourdhui().slice(0, 7)}-01`, 1 - MONTHS);
  const found = await groups<{ cree_le__mois: string }>(guichet, caller, clients, [
    ['group_by', 'cree_le__mois'],
    ['cree_le__gte', first],
  ]);
  const counted = new Map(found.map(({ cree_le__mois: month, nombre }) => [month, nombre]));
  return Array.from({ length: MONTHS }, (_, i) => {
    const from = plusMois(first, i);
    const to = plusJours(plusMois(from, 1), -1);
    return {
      libelle: from.slice(0, 7),
      nombre: counted.get(from.slice(0, 7)) ?? 0,
      filtre: { 'cree_le~~from': from, 'cree_le~~to': to },
    };
  });
}
