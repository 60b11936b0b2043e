import type { Demande } from '../demande.ts';
import type { Filtres, RapportEnregistre } from './rapport-enregistre.ts';

/** Filters as they are sent and kept, as the texts of an address. */
export const enTextes = (filtres: Filtres): Record<string, string> =>
  Object.fromEntries(Object.entries(filtres).map(([name, value]) => [name, [value].flat().join(',')]));

/** What a saved report asks for. */
export const demandeDe = (
  row: Pick<RapportEnregistre, 'rapport' | 'filtres' | 'colonnes' | 'grouper_par'>,
): Demande => ({
  rapport: row.rapport,
  filtres: enTextes(row.filtres),
  colonnes: row.colonnes,
  grouper_par: row.grouper_par ?? undefined,
});
