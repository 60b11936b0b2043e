import { expect, test } from 'vitest';
import { lignes, lirePdf } from '../../integrations/pdf/lire.fixture.ts';
import { type Recu, recuPdf } from './recu.ts';

const recu = (more: Partial<Recu> = {}): Recu => ({
  institution: 'Agence de Ouésso',
  coordonnees: 'Ouésso',
  numero: 'PAI-2026-000123',
  date: '2026-11-21',
  client: 'Jean Baptiste KONGO',
  police: 'POL001',
  produit: 'Prévoyance',
  jour: '2026-11-20',
  mode_paiement: 'mtn_money',
  telephone_payeur: '+242061234567',
  reference_operateur: 'MP-998',
  verse: 280_000,
  repris: 0,
  quittances: [
    { quittance: 'Q2026001', periode_debut: '2026-10-21', periode_fin: '2026-11-20', montant: 100_000, reste: 0 },
    { quittance: 'Q2026002', periode_debut: '2026-11-21', periode_fin: '2026-12-20', montant: 80_000, reste: 20_000 },
  ],
  ...more,
});
const read = async (given: Recu) => (lirePdf(await recuPdf(given)).map(lignes)[0] ?? []) as string[];

test('it says the sum in figures and in words, and what it settles, down to the last franc', async () => {
  const page = await read(recu());
  expect(page).toEqual(
    expect.arrayContaining([
      '280 000 FCFA',
      'Deux cent quatre-vingt mille francs CFA',
      'Reçu de | Jean Baptiste KONGO',
      'Moyen de paiement | MTN MoMo',
      'Référence | MP-998',
      'Payé par le téléphone | +242 06 *** ** 67',
      'Q2026001 | du 21/10/2026 au 20/11/2026 | 100 000 | 0',
      'Q2026002 | du 21/11/2026 au 20/12/2026 | 80 000 | 20 000',
      'Avance sur les cotisations à venir | 100 000',
      'Total | 280 000',
    ]),
  );
  expect(page.join()).not.toContain('1234');
});

test('what was taken back since is told, and the rest is what was received', async () => {
  const page = await read(recu({ repris: 100_000 }));
  expect(page).toEqual(
    expect.arrayContaining(['180 000 FCFA', 'Somme versée | 280 000 FCFA', 'Repris depuis | 100 000 FCFA']),
  );
  expect(page.join()).not.toContain('Avance');
});

test('it can be had in English', async () => {
  const page = await read(recu({ langue: 'en' }));
  expect(page).toContain('Two hundred and eighty thousand CFA francs');
  expect(page).toContain('Receipt');
});
