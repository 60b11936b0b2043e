import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Problem } from '../../api/problem.ts';
import type { EtatPaiement } from '../../api/types.ts';
import { useSession } from '../../session/session.tsx';

/** Milliseconds between two questions: while the client is typing the code, and later. */
const OFTEN = 2000;
const SELDOM = 4000;
/** How many times it is asked often. */
const EAGER = 15;
/** Without network it is asked less and less, but never less than this. */
const LEAST = 15_000;

export const hasEnded = ({ etat }: EtatPaiement): boolean => etat === 'reussi' || etat === 'echoue';

interface Asked {
  data?: EtatPaiement;
  error: Problem | null;
  /** When it was answered last, and how often. Milliseconds since 1970; 0 for never. */
  dataUpdatedAt: number;
  dataUpdateCount: number;
}

/** Milliseconds until a payment is asked about again; false when there is nothing to ask any more. */
export function pauseOf({ data, error, dataUpdatedAt, dataUpdateCount }: Asked, now: number): number | false {
  if (data && hasEnded(data)) return false;
  if (!error) return dataUpdateCount < EAGER ? OFTEN : SELDOM;
  if (error.status === 404) return false;
  if (error.attente) return error.attente * 1000;
  const silence = dataUpdatedAt ? now - dataUpdatedAt : 0;
  return Math.min(LEAST, Math.max(SELDOM, silence));
}

/** How a payment stands, asked again and again until it has ended. @param suivi its name that cannot be guessed */
export function useSuivi(suivi: string): UseQueryResult<EtatPaiement, Problem> {
  const { api } = useSession();
  return useQuery<EtatPaiement, Problem>({
    queryKey: ['suivi', suivi],
    queryFn: () => api.get<EtatPaiement>(`/borne/paiements/${encodeURIComponent(suivi)}`),
    networkMode: 'always',
    retry: false,
    staleTime: 0,
    refetchIntervalInBackground: true,
    refetchInterval: ({ state }) => pauseOf(state, Date.now()),
  });
}
