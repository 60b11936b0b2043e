import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What stands before the 32 bytes of an Ed25519 key in PKCS#8 and in SPKI (RFC 8410). */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** @param text PEM, or the 32 bytes of the seed in base64. @throws for anything but an Ed25519 private key */
export function readSealingKey(text: string): KeyObject {
  const key = text.includes('-----BEGIN')
    ? createPrivateKey(text.replaceAll('\\n', '\n'))
    : createPrivateKey({ key: Buffer.concat([PRIVATE_PREFIX, thirtyTwo(text)]), format: 'der', type: 'pkcs8' });
  if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('not an Ed25519 key');
  return key;
}

/** @param text the 32 bytes of the public key in base64, as `publicKeyText` writes them */
export const readPublicKey = (text: string): KeyObject =>
  createPublicKey({ key: Buffer.concat([PUBLIC_PREFIX, thirtyTwo(text)]), format: 'der', type: 'spki' });

/** The public half in base64: what one gives to whoever checks the journal from outside. */
export const publicKeyText = (key: KeyObject): string =>
  (key.type === 'private' ? createPublicKey(key) : key)
    .export({ format: 'der', type: 'spki' })
    .subarray(PUBLIC_PREFIX.length)
    .toString('base64');

export const isSealingKey = (text: string): boolean => succeeds(() => readSealingKey(text));
export const isPublicKey = (text: string): boolean => succeeds(() => readPublicKey(text));

const fileIn = (data: string): string => path.join(data, 'journal', 'cle.pem');

/** The key of the environment or, where none is demanded, one that is made once and kept in the data folder. */
export function sealingKey(given: string | undefined, data: string): KeyObject {
  const known = given ? readSealingKey(given) : keptKey(data);
  if (known) return known;
  const { privateKey } = generateKeyPairSync('ed25519');
  const file = fileIn(data);
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600, flag: 'wx' });
  return privateKey;
}

/** The keys whose signatures are believed: the one in use, as far as it is here, and those that were before it. */
export function trustedKeys({
  given,
  retired,
  data,
}: {
  given?: string;
  retired: string[];
  data: string;
}): KeyObject[] {
  const current = given ? readSealingKey(given) : keptKey(data);
  return [...(current ? [current] : []), ...retired.map(readPublicKey)];
}

function keptKey(data: string): KeyObject | undefined {
  const file = fileIn(data);
  return existsSync(file) ? readSealingKey(readFileSync(file, 'utf8')) : undefined;
}

function thirtyTwo(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== 32) throw new RangeError('32 bytes in base64 are expected');
  return bytes;
}

function succeeds(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
