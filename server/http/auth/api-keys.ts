import { createHash, timingSafeEqual } from 'node:crypto';
import { nonIdentifie } from '../../core/errors.ts';
import type { Database } from '../../core/database.ts';

/** `gk_<prefix>_<secret>`: the prefix finds the key, only a digest of the secret is kept. */
const shape = /^gk_([a-z0-9]{8})_([\w-]{43})$/;

export const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

interface Found {
  empreinte: string;
  utilisateur_id: number;
}

/** The account that a key stands for. @throws 401 for a key that is wrong, expired or revoked */
export async function accountOfKey(database: Database, key: string): Promise<number> {
  const [, prefixe, secret = ''] = shape.exec(key) ?? [];
  const [found] = prefixe
    ? await database.read<Found>({
        text: `select empreinte, utilisateur_id from cles_api
          where prefixe = $1 and revoquee_le is null and expire_le >= date_metier()`,
        values: [prefixe],
        stable: true,
      })
    : [];
  const fits = found && timingSafeEqual(Buffer.from(found.empreinte), Buffer.from(digestOf(secret)));
  if (!fits) throw nonIdentifie('jeton_perime');
  return found.utilisateur_id;
}
