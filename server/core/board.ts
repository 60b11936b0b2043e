import type { Resource } from './resource.ts';
import type { Row } from './row.ts';

type Name<T> = Extract<keyof T, string>;

/** Its rows as cards in columns, a column for each choice of a field. */
export interface Board<T extends Row = Row> {
  by: Name<T>;
  /** The actions that take a card elsewhere, and to which column: a choice, or any `avant` or `apres` its own. */
  moves?: Readonly<Record<string, string>>;
  /** The action that ticks a card off, and the one that takes it back. */
  ticks?: readonly [string, string];
  /** Fields in francs that each column adds up. */
  sums?: readonly Name<T>[];
  /** The columns that are shown, where not all are. */
  columns?: readonly string[];
  /** What a card says below its title, where not all of the list. */
  card?: readonly Name<T>[];
  /** What it shows at first, in the API's dialect; `moi` stands for whoever looks. With it the list opens as a board. */
  begins?: Readonly<Record<string, string>>;
}

/** A mistake in the declaration stops the start. */
export function checkBoard({ name, fields, actions }: Resource, board: Board): void {
  const { by, moves = {}, ticks = [], sums = [], card = [], columns = [] } = board;
  const choices = fields.get(by)?.choices ?? [];
  for (const each of [by, ...sums, ...card])
    if (!fields.has(each)) throw new Error(`${name}: there is no field "${each}"`);
  for (const each of [...Object.keys(moves), ...ticks])
    if (!actions.some((action) => action.name === each)) throw new Error(`${name}: there is no action "${each}"`);
  for (const column of [...columns, ...Object.values(moves)])
    if (![...choices, 'avant', 'apres'].includes(column)) throw new Error(`${name}: there is no column "${column}"`);
}
