import { aujourdhui } from '../server/core/jours.ts';
import type { BenchDatabase } from './database.ts';

/** One way to read, asked of the API and of the floor; both walk through the same questions in the same order. */
export interface Scenario {
  name: string;
  /** The least share of the floor without a count that the API must reach. */
  target?: number;
  /** Who asks; the gestionnaire unless a client at the borne. */
  as?: 'client';
  /** Paths of the API, and of the floor that counts nothing, one for one. */
  api: string[];
  floor: string[];
  /** Paths of the floor that counts up to 10 001 rows in each request; absent where nothing is counted. */
  counting?: string[];
}

/** Names as people type them: whole or in part, with their accents or without. */
const searches = ['ngouabi', 'malonga', 'mouk', 'Élodie', 'nkounkou', 'MATONDO', 'wilfrid', 'kemba'];

export function scenarios({ succursale_id, ids, contrats, client }: BenchDatabase): Scenario[] {
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
    {
      name: 'Contrat par police',
      api: contrats.map(({ police }) => `/api/v1/contrats?police=${police}`),
      floor: contrats.map(({ police }) => `/contrat?police=${police}`),
    },
    {
      name: 'Contrats d’un client',
      api: contrats.map(({ client_id }) => `/api/v1/contrats?client_id=${client_id}`),
      floor: contrats.map(({ client_id }) => `/contrats?client_id=${client_id}&${branch}`),
    },
    {
      name: 'Cotisations d’une police',
      api: contrats.map(({ police }) => `/api/v1/cotisations?police=${police}&ordering=periode_debut`),
      floor: contrats.map(({ police }) => `/cotisations?police=${police}`),
    },
    {
      name: 'Échéances en retard d’une succursale',
      api: [`/api/v1/echeances?date_echeance__lt=${aujourdhui()}`],
      floor: [`/retards?${branch}&avant=${aujourdhui()}`],
    },
    {
      name: 'Tableau de bord de la borne',
      as: 'client',
      api: client ? [`/api/v1/clients/${client.police}/dashboard`] : [],
      floor: client ? [`/tableau?police=${client.police}`] : [],
    },
  ];
}

/** Goes round and round. */
export function cycle(paths: readonly string[]): () => string {
  let at = 0;
  return () => paths[at++ % paths.length] as string;
}
