import { expect, test } from 'vitest';
import { plusMois } from '../../core/jours.ts';
import { lignes, lirePdf } from '../../integrations/pdf/lire.fixture.ts';
import { type Releve, relevePdf } from './releve.ts';

const statuts = ['payee', 'partielle', 'en_retard', 'a_venir'] as const;

const releve = (cotisations: number, more: Partial<Releve> = {}): Releve => ({
  institution: 'NSIA Congo',
  numero: 'R-2026-0001',
  date: '2026-11-21',
  client: { nom: 'Jean Baptiste KONGO', telephone: '+242061234567' },
  contrats: [
    {
      police: 'POL001',
      produit: 'Vie',
      date_effet: '2026-01-31',
      date_expiration: '2027-01-30',
      couvert_jusqu_au: '2026-11-29',
      solde: 450_000,
      reste_a_payer: 49_999,
    },
    {
      police: 'CG-2026-AUT-0000002',
      produit: 'Automobile',
      date_effet: '2026-01-01',
      date_expiration: '2026-12-31',
      couvert_jusqu_au: null,
      solde: 250_000,
      reste_a_payer: 1,
    },
  ],
  cotisations: Array.from({ length: cotisations }, (_, n) => ({
    quittance: `Q${n + 1}`,
    police: n % 2 ? 'POL001' : 'CG-2026-AUT-0000002',
    periode_debut: plusMois('2020-01-31', n),
    periode_fin: plusMois('2020-02-28', n),
    montant: 100_001 + n,
    paye: n * 7,
    reste: 100_001 - n * 6,
    statut: statuts[n % 4] as (typeof statuts)[number],
  })),
  paiements: [
    { numero: 'P2026-0001', jour: '2026-02-03', police: 'POL001', mode_paiement: 'mtn_money', montant: 450_000 },
    { numero: 'P2026-0002', jour: '2026-03-04', police: 'POL002', mode_paiement: 'especes', montant: 250_000 },
  ],
  ...more,
});

const read = async (given: Releve) => lirePdf(await relevePdf(given)).map(lignes);
/** `100 001` → 100001. */
const amounts = (line = '') =>
  line.split(' | ').flatMap((cell) => (/^-?[\d ]+$/.test(cell) ? Number(cell.replaceAll(' ', '')) : []));

test('200 cotisations: each is there once, under titles on every page, and the totals are their sums to the franc', async () => {
  const given = releve(200);
  const pages = await read(given);
  expect(pages.length).toBeGreaterThan(4);
  const rows = pages.flat().filter((line) => /^Q\d+ /.test(line));
  expect(rows).toHaveLength(200);
  expect(rows.map((row) => row.split(' | ')[0])).toEqual(given.cotisations.map(({ quittance }) => quittance));
  for (const page of pages.filter((lines) => lines.some((line) => /^Q\d+ /.test(line)))) {
    expect(page.filter((line) => line.startsWith('Quittance | Police | Période'))).toHaveLength(1);
  }
  const columns = rows.map(amounts);
  const sums = [0, 1, 2].map((column) => columns.reduce((sum, row) => sum + (row[column] as number), 0));
  const totals = pages.flat().filter((line) => line.startsWith('Total |'));
  expect(totals.map(amounts)).toEqual([[700_000, 50_000], sums, [700_000]]);
  expect(sums[0]).toBe(given.cotisations.reduce((sum, { montant }) => sum + montant, 0));
});

test('it says whose it is, what was paid and what is due, and never the whole telephone', async () => {
  const pdf = await relevePdf(releve(3));
  const [page = []] = lirePdf(pdf).map(lignes);
  expect(page).toEqual(
    expect.arrayContaining([
      'Client | Jean Baptiste KONGO',
      'Téléphone | +242 06 *** ** 67',
      'Total payé | 700 000 FCFA',
      'Reste dû à ce jour | 50 000 FCFA',
      'POL001 | Vie | 31/01/2026 | 30/01/2027 | 29/11/2026 | 450 000 | 49 999',
      'Q2 | POL001 | du 29/02/2020 au 28/03/2020 | 100 002 | 7 | 99 995 | Partielle',
      'P2026-0002 | 04/03/2026 | POL002 | Espèces | 250 000',
      'N° R-2026-0001 · Édité le 21/11/2026 | Page 1 / 1',
    ]),
  );
  expect(page.join()).not.toContain('1234');
});

test('a client without anything gets a relevé that says so', async () => {
  const [page = []] = await read(releve(0, { contrats: [], paiements: [] }));
  for (const said of ['Aucun contrat.', 'Aucune cotisation.', 'Aucun paiement.']) expect(page).toContain(said);
  expect(page).toContain('Total payé | 0 FCFA');
});

test('it can be had in English', async () => {
  const [page = []] = await read(releve(1, { langue: 'en' }));
  expect(page).toContain('Account statement');
  expect(page).toContain('Q1 | CG-2026-AUT-0000002 | 31/01/2020 to 28/02/2020 | 100 001 | 0 | 100 001 | Paid');
  expect(page.at(-1)).toBe('No. R-2026-0001 · Issued on 21/11/2026 | Page 1 / 1');
});
