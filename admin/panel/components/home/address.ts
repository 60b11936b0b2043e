import type { Liste } from '../../../../server/features/rapports/chiffres/types.ts';

/** The list that has exactly the rows of a number; it tells their sum too, where they have one. */
export function listOf({ ressource, filtre, somme }: Pick<Liste, 'ressource' | 'filtre' | 'somme'>): string {
  const query = new URLSearchParams(Object.entries(filtre).map(([name, value]) => [`filters.${name}`, value]));
  if (somme) query.set('somme', somme);
  return `/admin/resources/${ressource}${query.size > 0 ? `?${query}` : ''}`;
}
