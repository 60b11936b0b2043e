import { expect, test } from 'vitest';
import { lignes, lirePdf } from '../../integrations/pdf/lire.fixture.ts';
import { type Attestation, attestationPdf } from './attestation.ts';

const attestation = (more: Partial<Attestation> = {}): Attestation => ({
  institution: 'NSIA Congo, agence de Ouésso',
  coordonnees: '12, avenue de l’Indépendance · Ouésso\n+242 06 123 4567',
  numero: 'ATT-20261121-POL001',
  date: '2026-11-21',
  police: 'POL001',
  assure: 'Jean Baptiste KONGO',
  produit: 'Prévoyance familiale',
  date_effet: '2026-07-21',
  date_expiration: '2027-07-20',
  couvert_du: '2026-09-01',
  couvert_jusqu_au: '2026-12-20',
  beneficiaires: 3,
  garanties: [
    { libelle: 'Décès', plafond: 1_000_000, franchise: 0, ouverte_le: '2026-07-21' },
    { libelle: 'Hospitalisation à l’étranger', plafond: 12_500_000, franchise: 25_000, ouverte_le: '2026-10-19' },
  ],
  code: '7KQ4-M2XH-9D3T',
  ...more,
});

test('it says who is covered, for what, from when to when, and how to check it', async () => {
  const pages = lirePdf(await attestationPdf(attestation())).map(lignes);
  expect(pages).toHaveLength(1);
  const [page = []] = pages;
  expect(page).toEqual(
    expect.arrayContaining([
      'NSIA Congo, agence de Ouésso',
      '12, avenue de l’Indépendance · Ouésso',
      '+242 06 123 4567',
      'Attestation d’assurance',
      'du 01/09/2026 au 20/12/2026',
      'Police | POL001',
      'Assuré | Jean Baptiste KONGO',
      'Produit | Prévoyance familiale',
      'Durée du contrat | du 21/07/2026 au 20/07/2027',
      'Bénéficiaires | 3',
      'Décès | 1 000 000 | 0 | 21/07/2026',
      'Hospitalisation à l’étranger | 12 500 000 | 25 000 | 19/10/2026',
      '7KQ4-M2XH-9D3T',
      'N° ATT-20261121-POL001 · Édité le 21/11/2026 | Page 1 / 1',
    ]),
  );
});

test('ten garanties still stand on one sheet, in English too', async () => {
  const garanties = Array.from({ length: 10 }, (_, n) => ({
    libelle: `Garantie ${n}`,
    plafond: 1_000_000 + n,
    franchise: n,
    ouverte_le: '2026-07-21',
  }));
  const adresse = 'https://guichet.test/api/v1/borne/attestations/7KQ4-M2XH-9D3T';
  const pages = lirePdf(await attestationPdf(attestation({ garanties, adresse, langue: 'en' }))).map(lignes);
  expect(pages).toHaveLength(1);
  expect(pages[0]).toContain('Certificate of insurance');
  expect(pages[0]).toContain(adresse);
  expect(pages[0]).toContain('01/09/2026 to 20/12/2026');
});
