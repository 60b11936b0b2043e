import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Send } from '../../../tests/api.ts';
import { aujourdhui, plusJours, plusMois } from '../../core/jours.ts';
import { lignes, lirePdf } from '../../integrations/pdf/lire.fixture.ts';
import { type Borne, JEAN, MARIE, openBorne } from './borne.fixture.ts';

let borne: Borne;
let jean: Send;
let marie: Send;
beforeAll(async () => {
  borne = await openBorne();
  jean = await borne.as(JEAN);
  marie = await borne.as(MARIE);
});
afterAll(() => borne.close());

const day = (jour: string) => jour.split('-').reverse().join('/');
const POL002 = { du: plusMois(aujourdhui(), -4), au: plusJours(plusMois(plusMois(aujourdhui(), -4), 5), -1) };

/** A PDF as it comes over the wire, read back line by line. */
async function pdf(path: string, who = JEAN, headers: Record<string, string> = {}) {
  const { access } = (await borne.login(who)).body.tokens;
  const answer = await fetch(`${borne.api.origin}/api/v1${path}`, {
    headers: { authorization: `Bearer ${access}`, ...headers },
  });
  expect(answer.status).toBe(200);
  const pages = lirePdf(Buffer.from(await answer.arrayBuffer())).map(lignes);
  return { headers: answer.headers, pages, lines: pages.flat() };
}

interface Verite {
  authentique: boolean;
  police: string | null;
  couvert_jusqu_au: string | null;
  etablie_le: string | null;
}
const check = async (code: string) => (await borne.api.anonymous<Verite>('GET', `/borne/attestations/${code}`)).body;
const codeIn = (lines: string[]) => lines.find((line) => /^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/.test(line)) ?? '';

describe('the attestation', () => {
  test('says on one page who is covered, for what and from when to when', async () => {
    // Paid today, it covers from today: what lies before was not paid for then.
    const { pages, lines, headers } = await pdf('/contrats/pol002/attestation.pdf');
    expect(pages).toHaveLength(1);
    expect(lines).toEqual(
      expect.arrayContaining([
        'Direction générale',
        'Brazzaville',
        'Attestation d’assurance',
        `du ${day(aujourdhui())} au ${day(POL002.au)}`,
        'Police | POL002',
        'Assuré | KONGO Jean Baptiste',
        'Produit | Auto',
        'Bénéficiaires | 0',
        `Décès | 1 000 000 | 0 | ${day(POL002.du)}`,
      ]),
    );
    const said = ['content-type', 'cache-control', 'x-content-type-options'].map((name) => headers.get(name));
    expect(said).toEqual(['application/pdf', 'no-store', 'nosniff']);
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="ATT-\d{8}-POL002\.pdf"$/);
  });

  test('covers from the day on which cover began without a gap', async () => {
    const id = await borne.contrat({ client_id: borne.jean, police: 'POL004', montant: 60_000, paye: 1 });
    await borne.db.rows(
      `insert into paiements (numero, souscription_id, type, mode_paiement, montant, statut, paye_le)
       values ('P-AVANT', $1, 'cotisation', 'especes', 299999, 'reussi', now() - interval '5 months')`,
      [id],
    );
    const { lines } = await pdf('/contrats/POL004/attestation.pdf');
    expect(lines).toContain(`du ${day(POL002.du)} au ${day(POL002.au)}`);
  });

  test('can be had in English', async () => {
    const { lines } = await pdf('/contrats/POL002/attestation.pdf', JEAN, { 'accept-language': 'en' });
    expect(lines).toContain('Certificate of insurance');
  });

  test('is refused where there is no cover today, and says what to pay', async () => {
    const { status, body } = await jean('GET', '/contrats/POL001/attestation.pdf');
    expect(status).toBe(409);
    expect(String(body.detail).replaceAll(/\s/g, ' ')).toMatch(
      /n’est pas couvert aujourd’hui\. Payez 100 000 FCFA : vous serez couvert/,
    );
  });

  test('is genuine by its code, however typed, and the code tells nothing of the insured', async () => {
    const code = codeIn((await pdf('/contrats/POL002/attestation.pdf')).lines);
    const told = { authentique: true, police: '•••002', couvert_jusqu_au: POL002.au, etablie_le: aujourdhui() };
    expect(await check(code)).toEqual(told);
    expect(await check(code.toLowerCase().replaceAll('-', ''))).toEqual(told);
    expect(codeIn((await pdf('/contrats/POL002/attestation.pdf')).lines)).toBe(code);
  });

  test.each(['0000-0000-0000', 'x', '7KQ4-M2XH-9D3T-7KQ4'])('is not genuine by %s', async (code) => {
    const told = { authentique: false, police: null, couvert_jusqu_au: null, etablie_le: null };
    expect(await check(code)).toEqual(told);
  });

  test('is not genuine when somebody changed what is kept of it', async () => {
    const code = codeIn((await pdf('/contrats/POL002/attestation.pdf')).lines);
    await borne.db.rows('update attestations set couvert_jusqu_au = couvert_jusqu_au + 1');
    expect((await check(code)).authentique).toBe(false);
    await borne.db.rows('update attestations set couvert_jusqu_au = couvert_jusqu_au - 1');
    expect((await check(code)).authentique).toBe(true);
  });

  test('whose contrat was stopped since is told to cover no more', async () => {
    const code = codeIn((await pdf('/contrats/POL003/attestation.pdf', MARIE)).lines);
    await borne.db.rows('insert into interruptions (souscription_id, debut) values ($1, date_metier())', [
      borne.souscriptions.POL003,
    ]);
    expect(await check(code)).toMatchObject({ authentique: true, couvert_jusqu_au: null });
    await borne.db.rows('delete from interruptions');
  });

  test('guessing codes is slowed down', async () => {
    await borne.oublier();
    const statuses: number[] = [];
    for (let n = 0; n < 40; n++) statuses.push((await borne.api.anonymous('GET', '/borne/attestations/ABCD')).status);
    expect(statuses.slice(0, 30)).toEqual(Array(30).fill(200));
    expect(statuses).toContain(429);
    await borne.oublier();
  });
});

describe('the reçu', () => {
  const numeros = async (police: string) =>
    (
      await borne.db.rows<{ numero: string }>(
        `select p.numero from paiements p join numeros_police n on n.souscription_id = p.souscription_id
         where n.numero = $1 and p.statut = 'reussi' and p.montant > 0 order by p.paye_le, p.id`,
        [police],
      )
    ).map(({ numero }) => numero);
  const paiement = async (more: string) =>
    borne.db.rows(
      `insert into paiements (numero, souscription_id, type, mode_paiement, ${more.split('|')[0]})
       values ('P-' || gen_random_uuid(), $1, 'cotisation', 'mtn_money', ${more.split('|')[1]}) returning numero, id`,
      [borne.souscriptions.POL001],
    );
  const sums = (lines: string[]) =>
    new Map(
      lines.flatMap((line) => {
        const [quittance = '', , montant = ''] = line.split(' | ');
        return /^Q\d+/.test(quittance) ? [[quittance, Number(montant.replaceAll(' ', ''))] as const] : [];
      }),
    );

  test('says the sum in figures and in words, and what it pays', async () => {
    const [numero] = await numeros('POL001');
    const { lines, headers } = await pdf(`/paiements/${numero}/recu.pdf`);
    expect(lines).toEqual(
      expect.arrayContaining([
        '400 000 FCFA',
        'Quatre cent mille francs CFA',
        'Reçu de | KONGO Jean Baptiste',
        'Police | POL001',
        'Moyen de paiement | Espèces',
        'Total | 400 000',
      ]),
    );
    expect([...sums(lines).values()]).toEqual([100_000, 100_000, 100_000, 100_000]);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('of all payments add up to the ledger, quittance by quittance', async () => {
    await paiement(`montant, statut, paye_le | 150001, 'reussi', now() + interval '1 second'`);
    await paiement(`montant, statut, paye_le | 29999, 'reussi', now() + interval '2 seconds'`);
    const total = new Map<string, number>();
    for (const numero of await numeros('POL001'))
      for (const [quittance, sum] of sums((await pdf(`/paiements/${numero}/recu.pdf`)).lines))
        total.set(quittance, (total.get(quittance) ?? 0) + sum);
    const ledger = await borne.db.rows<{ quittance: string; paye: number }>(
      'select quittance, paye from cotisations where souscription_id = $1 and paye > 0 order by periode',
      [borne.souscriptions.POL001],
    );
    expect([...total].sort()).toEqual(ledger.map(({ quittance, paye }) => [quittance, paye]).sort());
    expect([...total.values()].reduce((a, b) => a + b)).toBe(580_000);
  });

  test('counts what was taken back since, and ends with the last franc', async () => {
    const [made] = await paiement(`montant, statut, paye_le | 50000, 'reussi', now() + interval '3 seconds'`);
    const { numero, id } = made as { numero: string; id: number };
    const correct = (sum: number) =>
      borne.db.rows(
        `insert into paiements (numero, souscription_id, type, mode_paiement, montant, statut, paye_le, corrige_id)
         values ('C-' || gen_random_uuid(), $1, 'correction', 'mtn_money', $2, 'reussi', now(), $3)`,
        [borne.souscriptions.POL001, -sum, id],
      );
    await correct(20_000);
    const { lines } = await pdf(`/paiements/${numero}/recu.pdf`);
    expect(lines).toEqual(expect.arrayContaining(['30 000 FCFA', 'Repris depuis | 20 000 FCFA']));
    await correct(30_000);
    expect((await jean('GET', `/paiements/${numero}/recu.pdf`)).status).toBe(409);
  });

  test.each([
    ['on its way', `montant, statut | 1000, 'initie'`, /pas encore confirmé/],
    ['that failed', `montant, statut, motif_echec | 1000, 'echoue', 'Solde'`, /n’a pas abouti/],
  ])('is refused for a payment %s', async (_, how, sentence) => {
    const [made] = await paiement(how);
    const { status, body } = await jean('GET', `/paiements/${(made as { numero: string }).numero}/recu.pdf`);
    expect([status, body.detail]).toEqual([409, expect.stringMatching(sentence)]);
  });

  test('of another client is not found, like one that does not exist, and staff have none here', async () => {
    const [numero] = await numeros('POL001');
    const [other, none] = [
      await marie('GET', `/paiements/${numero}/recu.pdf`),
      await marie('GET', '/paiements/X/recu.pdf'),
    ];
    expect([other.status, none.status]).toEqual([404, 404]);
    expect(other.text.replaceAll(numero as string, 'X')).toBe(none.text);
    const mireille = await borne.api.as(borne.api.people.mireille);
    expect((await mireille('GET', `/paiements/${numero}/recu.pdf`)).status).toBe(404);
    expect((await borne.api.anonymous('GET', `/paiements/${numero}/recu.pdf`)).status).toBe(401);
  });
});
