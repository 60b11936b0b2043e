import type { Database } from '../../core/database.ts';
import { takeTurn } from '../auth/throttle.ts';

/**
 * A telephone that somebody else makes ring with requests for payment is not rung again and again.
 * @param own the telephone of whoever asks, which they may ring as they like @throws 429
 */
export async function sonnerSansHarceler(
  database: Database,
  telephone: string | undefined,
  own: string,
): Promise<void> {
  if (telephone && telephone !== own) await takeTurn(database, 'compte', `sonner:${telephone}`);
}
