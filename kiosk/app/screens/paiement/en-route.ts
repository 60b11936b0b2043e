import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Intention } from './intention.ts';

/** A payment that was asked for here and has not been seen to end. */
export interface EnRoute {
  suivi: string;
  /** Francs. */
  montant: number;
  intention: Intention;
}

const NEVER = Number.POSITIVE_INFINITY;

/** The payment that is under way for a contrat, as long as its client is here: it goes with everything of theirs. */
export function useEnRoute(police: string) {
  const queries = useQueryClient();
  const { data: enRoute } = useQuery<EnRoute | null>({
    queryKey: ['en-route', police],
    queryFn: () => null,
    initialData: null,
    staleTime: NEVER,
    gcTime: NEVER,
  });
  return {
    enRoute,
    keep: (next: EnRoute | null) => void queries.setQueryData<EnRoute | null>(['en-route', police], next),
    /** For whoever leaves the screen on which it has ended. */
    forget: useCallback(() => queries.removeQueries({ queryKey: ['en-route', police] }), [queries, police]),
  };
}
