import { expect, test } from 'vitest';
import { estChez, pages } from './adresses.ts';

test.each(Object.entries(pages))('%s is at home on its host, and on no other', (_, { hote, adresse }) => {
  expect(estChez(hote, adresse)).toBe(true);
  expect(estChez(hote === 'guichet' ? 'coque' : 'guichet', adresse)).toBe(false);
});

test.each([
  'https://evil.example/borne/',
  'https://guichet/borne/',
  'file:///etc/passwd',
  'app://other/borne/',
  'app://guichet.evil.example/borne/',
  'app://guichet@evil.example/borne/',
  'app://user:pass@guichet/borne/',
  'app://guichet:8080/borne/',
  'apps://guichet/borne/',
  'blob:app://guichet/0b5c',
  'data:text/html,<h1>x</h1>',
  'javascript:alert(1)',
  'about:blank',
  'chrome://settings',
  'view-source:app://guichet/borne/',
  '',
  'borne',
])('%s is not ours', (adresse) => {
  expect(estChez('guichet', adresse)).toBe(false);
});
