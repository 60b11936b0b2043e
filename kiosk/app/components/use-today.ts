import { useRead } from '../api/read.ts';
import type { TableauDeBord } from '../api/types.ts';
import { useClient } from '../session/session.tsx';

/** The institution’s day, ISO; that of this device until the server has said it. */
export function useToday(): string {
  const { police } = useClient();
  const { data } = useRead<TableauDeBord>(`/clients/${encodeURIComponent(police)}/dashboard`);
  return data?.aujourd_hui ?? new Date().toISOString().slice(0, 10);
}
