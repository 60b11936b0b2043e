import { expect, test } from 'vitest';
import { estDocument, origineSure } from './regles.ts';

test.each([
  '/contrats/POL001/releve.pdf',
  '/contrats/CG-2026-AUTO-001/attestation.pdf',
  '/clients/POL001/releve.pdf',
  '/paiements/Q-1.c2ln/recu.pdf',
])('%s may be printed', (chemin) => expect(estDocument(chemin)).toBe(true));

test.each([
  '/contrats/POL001',
  '/contrats/POL001/releve.pdf?x=1',
  '/contrats/POL001/../../clients/releve.pdf',
  '/contrats/POL%2f1/releve.pdf',
  '/clients/POL001/attestation.pdf',
  '/journal/export.pdf',
  'https://evil.example/contrats/POL001/releve.pdf',
  '/contrats/POL001/releve.pdf\n',
  `/contrats/${'x'.repeat(41)}/releve.pdf`,
  '',
])('%s may not', (chemin) => expect(estDocument(chemin)).toBe(false));

test.each([
  ['https://guichet.example', 'https://guichet.example'],
  ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080'],
  ['http://localhost', 'http://localhost'],
])('%s is safe', (given, origin) => expect(origineSure(given)).toBe(origin));

test.each(['http://guichet.example', 'http://192.168.1.4', 'ftp://localhost', 'guichet'])('%s is not', (given) => {
  expect(() => origineSure(given)).toThrow();
});
