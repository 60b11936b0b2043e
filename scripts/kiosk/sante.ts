import { CannotStart } from '../../server/explain.ts';

/** Milliseconds that a server may take to say that it is well. */
const PATIENCE = 5000;

/** @throws {CannotStart} with what to do, when no Guichet answers at this address */
export async function demandServer(serveur: string, ask: typeof fetch = fetch): Promise<void> {
  let answer: Response;
  try {
    answer = await ask(`${serveur}/api/v1/health`, { signal: AbortSignal.timeout(PATIENCE) });
  } catch {
    throw new CannotStart(
      `Rien ne répond à ${serveur} : lancez d’abord npm start, ou donnez une autre adresse par --serveur`,
    );
  }
  await answer.body?.cancel();
  if (!answer.ok)
    throw new CannotStart(`Le serveur ${serveur} ne va pas bien (HTTP ${answer.status} à /api/v1/health)`);
}
