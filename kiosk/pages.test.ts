import { expect, test } from 'vitest';
import { pageOf } from './pages.ts';

test.each([
  ['/borne/', 'borne'],
  ['/borne/nimporte/quoi', 'borne'],
  ['/espace/', 'espace'],
  ['/espace/contrats/POL001/payer', 'espace'],
  ['/espace/contrats/CG-2024-VIE-001', 'espace'],
  ['/espace/absent.js', undefined],
  ['/borne/assets/absent.css', undefined],
  ['/borneau/', undefined],
  ['/admin/', undefined],
  ['/', undefined],
])('%s is answered by %s', (path, page) => {
  expect(pageOf(path)).toBe(page);
});
