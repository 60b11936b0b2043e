import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { AnnonceLue as Lue } from '../../../../server/features/annonces/lire.ts';
import type { Problem } from '../../api/problem.ts';
import type { Json } from '../../api/types.ts';
import { useSession } from '../../session/session.tsx';

export type AnnonceLue = Json<Lue>;

/** What the institution tells whoever is there: everybody, or the client who signed in. The weightiest first. */
export function useAnnonces(): UseQueryResult<AnnonceLue[], Problem> {
  const { api, client } = useSession();
  return useQuery<AnnonceLue[], Problem>({
    queryKey: ['annonces', client?.police ?? null],
    queryFn: async () => (await api.get<{ results: AnnonceLue[] }>('/borne/annonces')).results,
  });
}
