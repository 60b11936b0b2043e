import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useSession } from '../session/session.tsx';
import type { Problem } from './problem.ts';

/** What the API says at a path below `/api/v1`; nothing is asked without a path. */
export function useRead<T>(path: string | undefined): UseQueryResult<T, Problem> {
  const { api, phone } = useSession();
  return useQuery<T, Problem>({
    queryKey: ['api', path],
    queryFn: () => {
      const [known, ask] = [path as string, () => api.get<T>(path as string)];
      return phone ? phone.figures.read(known, ask) : ask();
    },
    enabled: path !== undefined,
  });
}
