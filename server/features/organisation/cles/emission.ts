import { createHash, randomBytes } from 'node:crypto';
import type { ActionResult } from '../../../core/action.ts';
import type { Transaction } from '../../../core/records/transaction.ts';

/** `gk_<prefix>_<secret>`: the prefix finds the key, only a digest of the secret is kept. */
const shape = /^gk_([a-z0-9]{8})_([\w-]{43})$/;

const digest = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** Makes a key for an account, good until the end of a day (ISO), and answers it: the only time it is seen. */
export async function emettreCle(
  tx: Transaction,
  utilisateur_id: number,
  nom: string,
  expire_le: string,
): Promise<ActionResult> {
  const prefixe = randomBytes(5).toString('hex').slice(0, 8);
  const secret = randomBytes(32).toString('base64url');
  await tx.query(
    'insert into cles_api (nom, prefixe, empreinte, utilisateur_id, expire_le) values ($1, $2, $3, $4, $5)',
    [nom, prefixe, digest(secret), utilisateur_id, expire_le],
  );
  tx.changed('cles_api');
  return { cle: `gk_${prefixe}_${secret}`, expire_le };
}

/** A key as sent, in the parts that find and prove it; undefined when it has not the shape of one. */
export function readCle(sent: string): { prefixe: string; empreinte: string } | undefined {
  const [, prefixe, secret] = shape.exec(sent) ?? [];
  return prefixe && secret ? { prefixe, empreinte: digest(secret) } : undefined;
}
