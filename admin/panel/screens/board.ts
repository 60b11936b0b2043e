import type { ActionContext, ActionRequest, Filter } from 'adminjs';
import { type Caller, can } from '../../../server/core/access.ts';
import type { Board } from '../../../server/core/board.ts';
import { say } from '../../../server/core/messages/messages.ts';
import { rowFor } from '../../../server/core/records/act.ts';
import type { Resource } from '../../../server/core/resource.ts';
import type { Guichet } from '../../../server/guichet.ts';
import { addressed } from '../adapter/addressed.ts';
import { filtersIn, sentBy } from '../adapter/filters.ts';
import type { RecordsResource } from '../adapter/records-resource.ts';
import { rowOf } from '../adapter/values.ts';
import { callerIn } from '../person.ts';
import { said } from '../problems.ts';

/** Cards of a column before more are asked for. */
const FIRST = 20;
const MOST = 200;

type Filters = ReturnType<typeof filtersIn>;
type Group = { nombre: number } & Record<string, unknown>;

/**
 * A resource as a board, through the filters of its list: of each column how many there are, what they add up to, and
 * its first cards (as many as `taille` says). With `?colonne=proposition&page=2` the next cards of one.
 */
export const boardHandler =
  (guichet: Guichet, resource: Resource, board: Board) =>
  async ({ query = {} }: ActionRequest, _response: unknown, context: ActionContext) => {
    const caller = await callerIn(guichet, context);
    const filters = filtersIn(Object.entries(query as Record<string, string>));
    const choices = resource.fields.get(board.by)?.choices ?? [];
    const cards = async (column: string, page: number, limit: number) => {
      const rows = context._admin.findResource(resource.name) as RecordsResource;
      const filter = { filters: { ...filters, [board.by]: { path: board.by, value: column } } } as unknown as Filter;
      const found = await rows.find(filter, { limit, offset: (page - 1) * limit }, context);
      return found.map((row) => ({
        ...row.toJSON(context.currentAdmin),
        coups: moves(caller, resource, board, rowOf(resource, row.params)),
      }));
    };
    if (choices.includes(query.colonne)) return { cartes: await cards(query.colonne, whole(query.page, 1), FIRST) };
    const groups = await said(caller.langue, () => totals(guichet, caller, resource, board, filters));
    const shown = board.columns ?? choices;
    const size = Math.min(whole(query.taille, FIRST), MOST);
    const colonnes = shown.map(async (code) => {
      const { nombre, ...sums }: Group = groups.get(code) ?? { nombre: 0 };
      const sommes = Object.fromEntries((board.sums ?? []).map((name) => [name, Number(sums[`sum_${name}`] ?? 0)]));
      return { code, nombre, sommes, cartes: nombre > 0 ? await cards(code, 1, size) : [] };
    });
    const ailleurs = choices
      .filter((code) => !shown.includes(code) && groups.has(code))
      .map((code) => ({ code, nombre: groups.get(code)?.nombre }));
    return { colonnes: await Promise.all(colonnes), ailleurs };
  };

/** The same sums that the API tells: exact, over all the rows that the filters leave. */
async function totals(guichet: Guichet, caller: Caller, resource: Resource, board: Board, filters: Filters) {
  const sums = board.sums?.length ? [['sum', board.sums.join(',')] as const] : [];
  const sent = [...sentBy(resource, filters), ['group_by', board.by] as const, ...sums];
  const groups = JSON.parse(await guichet.records.aggregate(caller, resource, sent)) as Group[];
  return new Map(groups.map((group) => [String(group[board.by]), group]));
}

/** Of each action that moves or ticks a card off: true, or why it cannot be carried out on this row. */
function moves({ actor, langue }: Caller, resource: Resource, { moves = {}, ticks }: Board, values: object) {
  const row = rowFor(resource, values as Record<string, unknown>);
  const named = resource.actions.filter(({ name }) => name in moves || ticks?.includes(name));
  return Object.fromEntries(
    named.map(({ name, when }) => {
      const allowed = can(actor, resource, name) ? when(row) : 'interdit';
      return [name, allowed === true || say(langue, { key: allowed })];
    }),
  );
}

/** What the browser must know to draw a board. */
export interface BoardCustom {
  by: string;
  moves: Readonly<Record<string, string>>;
  ticks: readonly string[];
  card: readonly string[];
  /** As the address of a list has it. */
  begins?: Readonly<Record<string, string>>;
}

export const boardCustom = ({ list, title }: Resource, board: Board): BoardCustom => ({
  by: board.by,
  moves: board.moves ?? {},
  ticks: board.ticks ?? [],
  card: board.card ?? list.filter((name) => name !== board.by && !title.includes(name)),
  ...(board.begins ? { begins: addressed(board.begins) } : {}),
});

const whole = (text: unknown, otherwise: number): number =>
  /^[1-9]\d{0,3}$/.test(String(text)) ? Number(text) : otherwise;
