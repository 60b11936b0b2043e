import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Send } from '../../../tests/api.ts';
import { aujourdhui, joursEntre, plusMois } from '../../core/jours.ts';
import { lirePdf } from '../../integrations/pdf/lire.fixture.ts';
import { type Borne, JEAN, openBorne } from './borne.fixture.ts';

let borne: Borne;
let jean: Send;
beforeAll(async () => {
  borne = await openBorne();
  jean = await borne.as(JEAN);
});
afterAll(() => borne.close());

/** Cover began four months ago. */
const period = (n: number) => plusMois(plusMois(aujourdhui(), -4), n);

interface Dashboard {
  client: object;
  solde_global: number;
  reste_a_payer: number;
  contrats: { police: string; solde: number; couvert: boolean; produit: string }[];
  cotisations_recentes: { police: string; periode_debut: string }[];
  prochaines_echeances: { police: string; date_echeance: string; a_payer: number }[];
}

describe('the dashboard', () => {
  test('adds up what was paid, over all contrats, by whichever police it is asked', async () => {
    for (const police of ['POL001', 'pol002']) {
      const { status, body } = await jean<Dashboard>('GET', `/clients/${police}/dashboard`);
      expect(status).toBe(200);
      expect(body.solde_global).toBe(700_000);
      const sold = body.contrats.map((each) => [each.police, each.produit, each.solde, each.couvert]).sort();
      expect(sold).toEqual([
        ['POL001', 'Vie', 400_000, false],
        ['POL002', 'Auto', 300_000, true],
      ]);
      expect(body.reste_a_payer).toBe(100_000);
      const telephone = '+242 06 *** ** 67';
      expect(body.client).toEqual({ nom: 'KONGO', prenom: 'Jean Baptiste', telephone, email: null });
    }
  });

  test('shows the periods that began in the last three months, and what is due next', async () => {
    const { body } = await jean<Dashboard>('GET', '/clients/POL001/dashboard');
    const begun = body.cotisations_recentes.map(({ police, periode_debut }) => `${periode_debut} ${police}`);
    const months = [1, 2, 3, 4].map(period).filter((day) => day >= plusMois(aujourdhui(), -3));
    expect(begun.sort()).toEqual(months.flatMap((day) => [`${day} POL001`, `${day} POL002`]).sort());
    expect(body.prochaines_echeances).toEqual([
      {
        police: 'POL001',
        date_echeance: period(4),
        a_payer: 100_000,
        jours_retard: joursEntre(period(4), aujourdhui()),
      },
      { police: 'POL002', date_echeance: period(5), a_payer: 60_000, jours_retard: 0 },
    ]);
  });

  test('counts successful payments alone', async () => {
    await borne.db.rows(
      `insert into paiements (numero, souscription_id, type, mode_paiement, montant, statut, motif_echec)
       values ('P-RATE', $1, 'cotisation', 'mtn_money', 5000, 'echoue', 'Solde insuffisant')`,
      [borne.souscriptions.POL001],
    );
    const { body } = await jean<Dashboard>('GET', '/clients/POL001/dashboard');
    expect(body.solde_global).toBe(700_000);
  });
});

describe('lists', () => {
  interface Page {
    count: number;
    next: string | null;
    previous: string | null;
    results: { police: string; numero: string; statut: string }[];
  }

  test('of cotisations come in pages, of all contrats or of one', async () => {
    const first = await jean<Page>('GET', '/clients/POL001/cotisations?page_size=10');
    expect([first.body.count, first.body.results.length, first.body.previous]).toEqual([24, 10, null]);
    expect(first.body.next).toBe(`${borne.api.origin}/api/v1/clients/POL001/cotisations?page_size=10&page=2`);
    const third = await jean<Page>('GET', '/clients/POL001/cotisations?page_size=10&page=3');
    expect([third.body.results.length, third.body.next]).toEqual([4, null]);
    const one = await jean<Page>('GET', '/clients/POL001/cotisations?police=POL002');
    expect([one.body.count, new Set(one.body.results.map(({ police }) => police))]).toEqual([12, new Set(['POL002'])]);
  });

  test('of payments tell what became of each', async () => {
    const { body } = await jean<Page>('GET', '/clients/POL002/paiements');
    expect(body.results.map(({ police, statut }) => [police, statut])).toContainEqual(['POL002', 'reussi']);
    expect(body.count).toBe(3);
  });

  test.each([
    ['?page=0', 'page'],
    ['?page_size=201', 'page_size'],
    ['?page=x', 'page'],
    ['?statut=payee', 'statut'],
    ['?page=1&page=2', 'page'],
  ])('refuse %s by name', async (query, field) => {
    const { status, body } = await jean<{ errors: object }>('GET', `/clients/POL001/cotisations${query}`);
    expect(status).toBe(400);
    expect(body.errors).toHaveProperty(field);
  });
});

test('a contrat in detail has what was sold, who is paid and all that happened', async () => {
  const { status, body, headers } = await jean('GET', '/contrats/POL001/');
  expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect(body).toMatchObject({ police: 'POL001', produit: 'Vie', statut: 'activee', du: 500_000, couvert: false });
  expect(body.garanties).toMatchObject([{ code: 'deces', libelle: 'Décès', plafond: 1_000_000 }]);
  expect(body.cotisations).toHaveLength(12);
  expect(body).toMatchObject({ beneficiaires: [], sinistres: [], beneficiaires_max: 6 });
  expect(JSON.stringify(body)).not.toMatch(/"(souscription|client|succursale|agent)_id"/);
});

test.each([
  ['/contrats/POL001/releve.pdf', ['POL001'], '400 000'],
  ['/clients/POL001/releve.pdf', ['POL001', 'POL002'], '700 000'],
])('%s is a PDF with the totals', async (path, polices, total) => {
  const { access } = (await borne.login(JEAN)).body.tokens;
  const answer = await fetch(`${borne.api.origin}/api/v1${path}`, { headers: { authorization: `Bearer ${access}` } });
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="REL-\d{8}-POL001\.pdf"$/);
  const read = lirePdf(Buffer.from(await answer.arrayBuffer()));
  const text = JSON.stringify(read).replaceAll(/[\u00a0\u202f]/g, ' ');
  for (const police of ['POL001', 'POL002']) expect(text.includes(police), police).toBe(polices.includes(police));
  expect(text).toContain(total);
  expect(text).toContain('+242 06 *** ** 67');
});
