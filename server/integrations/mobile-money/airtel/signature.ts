import { createHmac, timingSafeEqual } from 'node:crypto';
import { memberOf } from './json-member.ts';

/** The bytes that a hash may cover; Airtel does not document which. */
type Signe = 'corps' | 'transaction';

const HASH_BYTES = 32;

/**
 * Which bytes of a callback its hash covers: the whole body, or `{"transaction":…}`; undefined if it fits neither.
 * @param corps the body as it came, byte for byte
 * @param hash from the body or the header `hash`: Base64(HmacSHA256(key, bytes))
 */
export function signedPart(corps: Buffer, hash: string, cle: string): Signe | undefined {
  const given = Buffer.from(hash, 'base64');
  if (given.length !== HASH_BYTES) return undefined;
  const transaction = memberOf(corps, 'transaction');
  const candidates: [Signe, Buffer | undefined][] = [
    ['corps', corps],
    ['transaction', transaction && Buffer.concat([Buffer.from('{"transaction":'), transaction, Buffer.from('}')])],
  ];
  return candidates
    .filter(([, bytes]) => bytes && timingSafeEqual(createHmac('sha256', cle).update(bytes).digest(), given))
    .map(([name]) => name)[0];
}
