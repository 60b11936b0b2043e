import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient, useSession } from '../session/session.tsx';
import { confirm, type Sujet } from './push.ts';

const queryKey = ['rappels'];

/** What this telephone tells its owner of; null where they have not agreed. Reading it confirms it to the server. */
export function useReminders() {
  const { api } = useSession();
  const client = useClient();
  const queries = useQueryClient();
  const { data, isPending } = useQuery({
    queryKey,
    queryFn: async () => (await confirm(api, client)) ?? null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  return { data, isPending, keep: (taken: Sujet[] | null) => queries.setQueryData(queryKey, taken) };
}
