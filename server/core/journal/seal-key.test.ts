import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  isPublicKey,
  isSealingKey,
  publicKeyText,
  readPublicKey,
  readSealingKey,
  sealingKey,
  trustedKeys,
} from './seal-key.ts';

const { privateKey } = generateKeyPairSync('ed25519');
const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-32).toString('base64');
const fresh = () => mkdtempSync(path.join(tmpdir(), 'guichet-'));

test.each([pem, pem.replaceAll('\n', '\\n'), seed])(
  'a key is read as PEM, as PEM in one line, as 32 bytes in base64',
  (text) => {
    const signature = sign(null, Buffer.from('x'), readSealingKey(text));
    expect(verify(null, Buffer.from('x'), readPublicKey(publicKeyText(privateKey)), signature)).toBe(true);
  },
);

test.each(['', 'x'.repeat(44), seed.slice(4), pem.replace('MC', 'XX'), rsa()])('anything else is no key', (text) => {
  expect(isSealingKey(text)).toBe(false);
});

test('a private key is not taken for a public one', () => {
  expect(isPublicKey(pem)).toBe(false);
  expect(isPublicKey(publicKeyText(privateKey))).toBe(true);
});

test('in development a key is made once and stays its owner’s', () => {
  const data = fresh();
  const made = publicKeyText(sealingKey(undefined, data));
  expect(publicKeyText(sealingKey(undefined, data))).toBe(made);
  expect(trustedKeys({ retired: [], data }).map(publicKeyText)).toEqual([made]);
  expect(statSync(path.join(data, 'journal', 'cle.pem')).mode & 0o777).toBe(0o600);
});

test('a key that is given is the one that is used, and none is made', () => {
  const data = fresh();
  expect(publicKeyText(sealingKey(seed, data))).toBe(publicKeyText(privateKey));
  expect(trustedKeys({ retired: [], data })).toEqual([]);
  expect(readdirSync(data)).toEqual([]);
});

function rsa(): string {
  return generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ format: 'pem', type: 'pkcs8' })
    .toString();
}
