import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Send } from '../../../tests/api.ts';
import { systemCaller } from '../../core/jobs/system.ts';
import { aujourdhui, plusJours, plusMois } from '../../core/jours.ts';
import { envoyer } from '../../features/assurance/mobile-money/envoyer.ts';
import { sonder } from '../../features/assurance/mobile-money/sonder.ts';
import { type Borne, JEAN, openBorne } from './borne.fixture.ts';

let borne: Borne;
let jean: Send;
beforeAll(async () => {
  borne = await openBorne();
});
afterAll(() => borne.close());
beforeEach(async () => {
  jean = await borne.as(JEAN);
});

interface EnRoute {
  paiement: string;
  suivi: string;
  montant: number;
  code: string;
  errors: Record<string, string[]>;
}
const operateur = 'mtn_money';
const payer = (body: object, headers?: Record<string, string>, police = 'POL001') =>
  jean<EnRoute>('POST', `/contrats/${police}/payer`, { operateur, ...body }, headers);

/** Lets the operator’s simulator do its part: everything that is open ends. */
async function aboutir() {
  const { database, caisses } = borne.api.guichet;
  const travail = { database, caller: systemCaller, caisses };
  for (const { id } of await borne.db.rows<{ id: number }>(`select id from tentatives where etat = 'creee'`))
    await envoyer(travail, id);
  for (let n = 0; n < 600; n++) {
    const [open] = await borne.db.rows(`select from tentatives where fini_le is null`);
    if (!open) return;
    borne.sandbox.horloge.avancer(1000);
    await sonder(travail);
  }
  throw new Error('the payment does not end');
}

describe('paying', () => {
  test('asks the telephone on file, can be followed by anybody who has its name, and counts', async () => {
    const asked = await payer({ montant: 40_000, type: 'rattrapage' });
    expect(asked.status, asked.text).toBe(202);
    const { suivi, paiement } = asked.body;
    const follow = () => borne.api.anonymous('GET', `/borne/paiements/${suivi}`);
    expect((await follow()).body).toMatchObject({ numero: paiement, etat: 'envoi', montant: 40_000 });
    const [attempt] = await borne.db.rows('select telephone from tentatives');
    expect(attempt).toEqual({ telephone: JEAN.telephone });
    await aboutir();
    const done = await follow();
    expect([done.status, done.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(done.body).toMatchObject({ etat: 'reussi', statut: 'reussi' });
    expect((await jean('GET', '/clients/POL001/dashboard')).body.solde_global).toBe(740_000);
    const [line] = await borne.db.rows(`select * from journal where action = 'demander-paiement'`);
    expect(line).toMatchObject({ auteur: 'KONGO Jean Baptiste', surface: 'borne', objet: paiement });
  });

  test('what was missing is caught up by the sum that is said', async () => {
    const due = await jean<{ montant: number; etat: string }>('GET', '/contrats/POL001/rattrapage');
    expect(due.body).toMatchObject({ etat: 'en_retard', montant: 60_000 });
    const paid = await payer({ montant: due.body.montant, type: 'rattrapage', telephone: '06 555 00 00' });
    expect(paid.status).toBe(202);
    await aboutir();
    expect((await jean('GET', '/contrats/POL001/rattrapage')).body).toMatchObject({ etat: 'a_jour', montant: 0 });
    expect((await jean('GET', '/contrats/POL001')).body.couvert).toBe(true);
    const last = await jean<{ results: { telephone_payeur: string; type: string }[] }>(
      'GET',
      '/clients/POL001/paiements',
    );
    expect(last.body.results[0]).toMatchObject({ type: 'rattrapage', telephone_payeur: '+242 06 *** ** 00' });
  });

  test('twenty at once: one is accepted, the others are told why not', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => payer({ montant: 1000 }, {}, 'POL002')));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status === 409);
    expect(refused).toHaveLength(19);
    for (const { text } of refused) expect(text).toContain('Un paiement est déjà en cours');
    await aboutir();
  });

  test('the same request twice, with its key, is one payment; with another body it is refused', async () => {
    const key = { 'Idempotency-Key': 'paiement-1' };
    const [first, again] = [await payer({ montant: 500 }, key), await payer({ montant: 500 }, key)];
    expect([first.status, again.status]).toEqual([202, 202]);
    expect(again.body).toEqual(first.body);
    expect((await payer({ montant: 600 }, key)).status).toBe(422);
    await aboutir();
  });

  test('a telephone of somebody else is not rung again and again', async () => {
    await borne.oublier();
    const statuses: number[] = [];
    for (let n = 0; n < 7; n++) statuses.push((await payer({ montant: 1_000_000, telephone: '06 555 00 01' })).status);
    expect([statuses[0], statuses.at(-1)]).toEqual([400, 429]);
    for (let n = 0; n < 7; n++)
      expect((await payer({ montant: 1_000_000, telephone: JEAN.telephone })).status).toBe(400);
  });

  test.each([
    [{ montant: 0 }, 'montant'],
    [{ montant: 12.5 }, 'montant'],
    [{ montant: '500' }, 'montant'],
    [{ montant: 5_000_000 }, 'montant'],
    [{}, 'montant'],
    [{ montant: 500, operateur: 'orange' }, 'operateur'],
    [{ montant: 500, telephone: '12' }, 'telephone'],
    [{ montant: 500, type: 'renouvellement' }, 'type'],
    [{ montant: 500, souscription_id: 1 }, 'souscription_id'],
  ])('%j is refused by the name of the field', async (body, field) => {
    const answer = await payer(body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors[field]?.[0]).toMatch(/[a-zéè]/);
  });

  test.each(['PAI-2026-000001', 'PAI-2026-000001.', `PAI-2026-000001.${'a'.repeat(43)}`, 'x', '%00'])(
    'no payment is followed by %s',
    async (suivi) => {
      expect((await borne.api.anonymous('GET', `/borne/paiements/${suivi}`)).status).toBe(404);
    },
  );
});

describe('renewing', () => {
  test('costs what is still due and the first period, and joins a new term to the old one', async () => {
    const { body: before } = await jean('GET', '/contrats/POL002/renouvellement');
    const end = plusJours(plusMois(plusMois(aujourdhui(), -4), 12), -1);
    const rest = 12 * 60_000 - 301_000;
    expect(before).toMatchObject({
      montant: rest + 60_000,
      reste_du: rest,
      premiere_periode: 60_000,
      date_effet: plusJours(end, 1),
    });
    const renewed = await jean<EnRoute>('POST', '/contrats/POL002/renouveler', { operateur });
    expect([renewed.status, renewed.body.montant]).toEqual([202, rest + 60_000]);
    await aboutir();
    expect((await jean('GET', '/contrats/POL002')).body).toMatchObject({ date_expiration: before.date_expiration });
  });

  test('not where the contrat has ended otherwise', async () => {
    await borne.contrat({ client_id: borne.jean, police: 'POL009' });
    await borne.db.rows(`update souscriptions set statut = 'resiliee' where numero = 'S-POL009'`);
    expect((await jean('GET', '/contrats/POL009/renouvellement')).status).toBe(409);
    expect((await jean('POST', '/contrats/POL009/renouveler', { operateur })).status).toBe(409);
  });
});
