import { type ResourceJSON, useCurrentAdmin } from 'adminjs';
import { useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { boardOf } from './board.ts';

export type View = 'liste' | 'tableau';

/**
 * Whether a list is looked at as a board: the address says so. An address that asks for nothing opens on what the board
 * begins with, where it begins with something; who looks stays with the view that they chose while they filter.
 */
export function useView(resource: ResourceJSON) {
  const board = boardOf(resource);
  const { pathname, search } = useLocation();
  const [person] = useCurrentAdmin();
  const navigate = useNavigate();
  const last = useRef<View>();
  const params = new URLSearchParams(search);
  const asked = params.get('vue') as View | null;
  const bare = [...params.keys()].every((name) => name === 'refresh');
  const begins = Object.entries(board?.begins ?? {}).map(([name, value]): [string, string] => [
    `filters.${name}`,
    value === 'moi' ? String(person?.id) : value,
  ]);
  const mine = Object.entries(board?.begins ?? {})
    .filter(([, value]) => value === 'moi')
    .map(([name]) => `filters.${name}`);

  /** The address of a view with the filters of the moment, or with others. */
  const to = (vue: View, filters = [...params].filter(([name]) => name.startsWith('filters.'))) =>
    `${pathname}?${new URLSearchParams([['vue', vue], ...filters])}`;
  const first = bare && begins.length > 0;
  const kept = !first && asked === null && last.current === 'tableau';
  useEffect(() => {
    if (!board) return;
    if (first) navigate(to('tableau', begins), { replace: true });
    else if (kept) navigate(to('tableau'), { replace: true });
    else last.current = asked ?? 'liste';
  }, [search, resource.id]);
  const view: View | undefined = !board ? 'liste' : first || kept ? undefined : (asked ?? 'liste');
  return {
    board,
    view: view === 'tableau' || view === undefined ? view : ('liste' as const),
    to,
    /** Of a board of one's own: that of whoever looks, and everybody's. */
    whose: mine.length > 0 && {
      mine: to('tableau', [...others(params, mine), ...begins.filter(([name]) => mine.includes(name))]),
      all: to('tableau', others(params, mine)),
      isMine: begins.every(([name, value]) => !mine.includes(name) || params.get(name) === value),
      isAll: mine.every((name) => !params.has(name)),
    },
  };
}

const others = (params: URLSearchParams, names: string[]): [string, string][] =>
  [...params].filter(([name]) => name.startsWith('filters.') && !names.includes(name));
