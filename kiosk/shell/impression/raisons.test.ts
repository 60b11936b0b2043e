import { expect, test } from 'vitest';
import { raisonDe } from './raisons.ts';

test.each([
  ['none', undefined],
  ['toner-low-warning marker-supply-low', undefined],
  ['connecting-to-device', undefined],
  ['media-low-warning', undefined],
  ['media-empty', { raison: 'papier', moindre: false }],
  ['media-empty-warning', { raison: 'papier', moindre: true }],
  ['media-empty-warning door-open-error', { raison: 'bloquee', moindre: false }],
  ['media-jam', { raison: 'bloquee', moindre: false }],
  ['input-tray-missing', { raison: 'papier', moindre: false }],
  ['marker-supply-empty-error', { raison: 'bloquee', moindre: false }],
  ['toner-empty', { raison: 'bloquee', moindre: false }],
  ['output-area-full', { raison: 'bloquee', moindre: false }],
  ['cups-missing-filter-warning paused', { raison: 'bloquee', moindre: false }],
  ['offline-report', { raison: 'hors_ligne', moindre: false }],
  ['shutdown', { raison: 'hors_ligne', moindre: false }],
])('CUPS’s “%s” means %j', (alertes, raison) => {
  expect(raisonDe(alertes.split(' '))).toEqual(raison);
});
