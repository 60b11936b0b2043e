import { ApiClient } from 'adminjs';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import type { Card, Columns } from './board.ts';

const PAGE = 20;

/** The filters of the address, for a board as for its list. */
export const filtersOf = (search: string): [string, string][] =>
  [...new URLSearchParams(search)].filter(([name]) => name.startsWith('filters.'));

/** The columns through the filters of the address, and how to load more of them. */
export function useBoard(resourceId: string) {
  const { search } = useLocation();
  const filters = filtersOf(search);
  const key = JSON.stringify([resourceId, filters]);
  const [columns, setColumns] = useState<Columns | 'failed'>();
  const turn = useRef(0);

  const ask = async <T>(params: Record<string, string>): Promise<T | undefined> => {
    const sent = { ...Object.fromEntries(filters), ...params };
    const asked = new ApiClient().resourceAction({ resourceId, actionName: 'tableau', params: sent });
    return asked.then(({ data }) => data as unknown as T).catch(() => undefined);
  };
  /** Anew, with as many cards of each column as there are. Only the answer to the last question counts. */
  const load = async () => {
    const mine = ++turn.current;
    const known = columns && columns !== 'failed' ? columns.colonnes.map(({ cartes }) => cartes.length) : [];
    const found = await ask<Columns>({ taille: String(Math.max(PAGE, ...known)) });
    if (mine === turn.current) setColumns(found?.colonnes ? found : 'failed');
  };
  const more = async (code: string, count: number) => {
    const mine = turn.current;
    const page = String(Math.floor(count / PAGE) + 1);
    const found = await ask<{ cartes?: Card[] }>({ colonne: code, page });
    if (mine !== turn.current || !found?.cartes) return Boolean(found?.cartes);
    const fresh = found.cartes;
    setColumns((known) => {
      if (!known || known === 'failed') return known;
      const added = (cartes: Card[]) => [
        ...cartes,
        ...fresh.filter(({ id }) => !cartes.some((card) => card.id === id)),
      ];
      const colonnes = known.colonnes.map((each) =>
        each.code === code ? { ...each, cartes: added(each.cartes) } : each,
      );
      return { ...known, colonnes };
    });
    return true;
  };
  useEffect(() => {
    setColumns(undefined);
    void load();
  }, [key]);
  return { columns, setColumns, load, more };
}
