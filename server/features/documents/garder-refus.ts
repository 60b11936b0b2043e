import type { Caller } from '../../core/access.ts';
import type { Database } from '../../core/database.ts';
import { Problem } from '../../core/errors.ts';
import { type Entry, journalizeAlone } from '../../core/journal/journal.ts';

/** Does the work; that somebody tried what they may not, or what the rules refuse, stays in the journal. */
export async function garderRefus<T>(
  database: Database,
  caller: Caller,
  line: Pick<Entry, 'action' | 'ressource' | 'objet_id'>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem && [403, 404, 409].includes(error.status)) {
      const details = { code: error.code, raison: error.said.key };
      await journalizeAlone(database, caller, { ...line, details, resultat: 'refuse' });
    }
    throw error;
  }
}
