import { timingSafeEqual } from 'node:crypto';
import type { Database } from '../../core/database.ts';
import { nonIdentifie } from '../../core/errors.ts';
import { readCle } from '../../features/organisation/cles/emission.ts';

interface Found {
  empreinte: string;
  utilisateur_id: number;
}

/** The account that a key stands for. @throws 401 for a key that is wrong, expired or revoked */
export async function accountOfKey(database: Database, sent: string): Promise<number> {
  const cle = readCle(sent);
  if (!cle) throw nonIdentifie('jeton_perime');
  const [found] = await database.read<Found>({
    text: `select empreinte, utilisateur_id from cles_api
      where prefixe = $1 and revoquee_le is null and expire_le >= date_metier()`,
    values: [cle.prefixe],
    stable: true,
  });
  if (!found || !timingSafeEqual(Buffer.from(found.empreinte), Buffer.from(cle.empreinte)))
    throw nonIdentifie('jeton_perime');
  return found.utilisateur_id;
}
