import type { RecordJSON, ResourceJSON } from 'adminjs';
import type { BoardCustom } from '../../screens/board.ts';
import type { Shape } from '../shared/shapes.ts';

export type { BoardCustom };

/** A row on a board, and of each action that moves it: true, or why it cannot be carried out. */
export interface Card extends RecordJSON {
  coups: Record<string, true | string>;
}

export interface Column {
  code: string;
  nombre: number;
  /** Francs by the name of the field. */
  sommes: Record<string, number>;
  /** The first of them. */
  cartes: Card[];
}

export interface Columns {
  colonnes: Column[];
  /** What has a state that the board does not show. */
  ailleurs: { code: string; nombre: number }[];
}

/** How the resource is drawn as a board, where it is. */
export const boardOf = ({ actions }: Pick<ResourceJSON, 'actions'>): BoardCustom | undefined =>
  actions.find(({ name }) => name === 'tableau')?.custom as BoardCustom | undefined;

/** The action that takes a card from one column to another, or why none does. */
export function wayTo(board: BoardCustom, codes: string[], card: Card, from: string, to: string) {
  const side = codes.indexOf(to) > codes.indexOf(from) ? 'apres' : 'avant';
  const leading = Object.keys(board.moves).filter((name) => [to, side].includes(board.moves[name] ?? ''));
  const action = leading.find((name) => card.coups[name] === true);
  return action ? { action } : { refus: leading.map((name) => card.coups[name]).find((said) => said !== true) };
}

/** Whether an action asks for more than where the card goes, or could be told more: its form opens then. */
export function asksMore(card: Card, action: string, by: string): boolean {
  const shape = card.recordActions.find(({ name }) => name === action)?.custom.shape as Shape | undefined;
  return Object.keys(shape?.parts ?? {}).some((name) => name !== by);
}

/** What the action is told: where the card goes, if it asks. */
export function toldTo(card: Card, action: string, by: string, to: string): Record<string, string> {
  const shape = card.recordActions.find(({ name }) => name === action)?.custom.shape as Shape | undefined;
  return shape?.parts?.[by] ? { [by]: to } : {};
}

/** The columns with a card at the head of another one; their numbers and sums go with it. */
export function moved({ colonnes, ailleurs }: Columns, card: Card, by: string, to: string): Columns {
  const gone = { ...card, params: { ...card.params, [by]: to } };
  const change = (column: Column, sign: 1 | -1): Column => ({
    ...column,
    nombre: column.nombre + sign,
    sommes: Object.fromEntries(
      Object.entries(column.sommes).map(([name, sum]) => [name, sum + sign * Number(card.params[name] ?? 0)]),
    ),
    cartes: [...(sign > 0 ? [gone] : []), ...column.cartes.filter(({ id }) => id !== card.id)],
  });
  const held = colonnes.find(({ cartes }) => cartes.some(({ id }) => id === card.id));
  return {
    ailleurs,
    colonnes: colonnes.map((column) =>
      column === held ? change(column, -1) : column.code === to ? change(column, 1) : column,
    ),
  };
}
