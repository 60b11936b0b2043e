import type { BenchDatabase } from './database.ts';

/** One way to read, asked of the API and of the floor; both walk through the same questions in the same order. */
export interface Scenario {
  name: string;
  /** The least share of the floor without a count that the API must reach. */
  target?: number;
  /** Paths of the API, and of the floor that counts nothing, one for one. */
  api: string[];
  floor: string[];
  /** Paths of the floor that counts up to 10 001 rows in each request; absent where nothing is counted. */
  counting?: string[];
}

/** Names as people type them: whole or in part, with their accents or without. */
const searches = ['ngouabi', 'malonga', 'mouk', 'Élodie', 'nkounkou', 'MATONDO', 'wilfrid', 'kemba'];

export function scenarios({ succursale_id, ids }: BenchDatabase): Scenario[] {
  const branch = `succursale_id=${succursale_id}`;
  const each = (path: string) =>
    searches.map((search) => `${path}?${new URLSearchParams({ search, succursale_id: String(succursale_id) })}`);
  return [
    {
      name: 'Liste de 25, filtrée par succursale, avec libellé et compte',
      target: 0.5,
      api: [`/api/v1/clients?${branch}`],
      floor: [`/sans/liste?${branch}`],
      counting: [`/avec/liste?${branch}`],
    },
    {
      name: 'Lecture par identifiant',
      target: 0.3,
      api: ids.map((id) => `/api/v1/clients/${id}`),
      floor: ids.map((id) => `/un?id=${id}`),
    },
    {
      name: 'Recherche par nom',
      api: each('/api/v1/clients'),
      floor: each('/sans/recherche'),
      counting: each('/avec/recherche'),
    },
  ];
}

/** Goes round and round. */
export function cycle(paths: readonly string[]): () => string {
  let at = 0;
  return () => paths[at++ % paths.length] as string;
}
