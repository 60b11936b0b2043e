import type { Session } from 'electron';
import type { Noter } from './journal.ts';

export interface AEffacer {
  /** The in-memory session of the window that is gone. */
  session: Pick<
    Session,
    'clearStorageData' | 'clearCache' | 'clearAuthCache' | 'clearHostResolverCache' | 'closeAllConnections'
  >;
  /** Ends what the printer still has of the client. */
  purger: () => Promise<void>;
  pressePapiers: { clear(): void };
  noter: Noter;
}

/**
 * Wipes what a client left outside their window. The window itself must be gone: a page that lives could write again.
 * Each step is tried, whatever becomes of the others. @returns the steps that failed
 */
export async function effacer({ session, purger, pressePapiers, noter }: AEffacer): Promise<string[]> {
  const steps: Record<string, () => unknown> = {
    presse_papiers: () => pressePapiers.clear(),
    // Soon, so that it is never the next client’s sheet.
    impression: () => purger(),
    stockage: () => session.clearStorageData(),
    cache: () => session.clearCache(),
    mots_de_passe: () => session.clearAuthCache(),
    noms: () => session.clearHostResolverCache(),
    connexions: () => session.closeAllConnections(),
  };
  const failed: string[] = [];
  for (const [etape, step] of Object.entries(steps)) {
    try {
      await within(step());
    } catch (error) {
      failed.push(etape);
      noter('effacement_incomplet', { etape, raison: (error as Error).message });
    }
  }
  return failed;
}

/** Milliseconds: a step that hangs does not keep the others from their turn. */
const PATIENCE = 15_000;

async function within(step: unknown): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('took too long')), PATIENCE);
  });
  await Promise.race([step, late]).finally(() => clearTimeout(timer));
}
