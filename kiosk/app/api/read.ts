import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useSession } from '../session/session.tsx';
import type { Problem } from './problem.ts';

/** What the API says at a path below `/api/v1`; nothing is asked without a path. */
export function useRead<T>(path: string | undefined): UseQueryResult<T, Problem> {
  const { api } = useSession();
  return useQuery<T, Problem>({
    queryKey: ['api', path],
    queryFn: () => api.get<T>(path as string),
    enabled: path !== undefined,
  });
}
