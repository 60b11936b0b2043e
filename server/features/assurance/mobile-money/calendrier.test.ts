import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PAS_MS, place } from './cadence.ts';
import { type Caisse, openCaisse, telephones } from './caisse.fixture.ts';
import { caissesDe } from './caisses.ts';
import { prochainSondage } from './calendrier.ts';
import { sonder } from './sonder.ts';

const [MINUTE, HEURE] = [60_000, 3_600_000];

let caisse: Caisse;
beforeAll(async () => {
  caisse = await openCaisse({ patience: 200 });
});
afterAll(() => caisse.close());

test('5. questions follow the schedule: seconds, then minutes, then hours', () => {
  const told: number[] = [];
  for (let at = 0; told.length < 33; told.push(at / 1000)) at = prochainSondage(0, at);
  expect(told.slice(0, 9)).toEqual([3, 8, 18, 28, 38, 48, 58, 73, 88]);
  expect(told.slice(26)).toEqual([358, 418, 718, 1618, 5218, 8818, 12_418]);
  expect(prochainSondage(0, 100 * HEURE)).toBeLessThanOrEqual(101 * HEURE);
});

async function sent(scenario: string[]) {
  const souscription = await caisse.souscrire();
  caisse.sandbox.control.scenario({ next: 1, scenario });
  const { reference, numero } = await caisse.demander(souscription);
  await caisse.envoyer(reference);
  return { souscription, reference, numero };
}

describe('5. the poller finishes everything', () => {
  test.each(['pending-1-polls', 'pending-5-polls', 'pending-12-polls'])('%s, its hint lost', async (scenario) => {
    const { reference } = await sent([scenario, 'callback:none']);
    await caisse.passer(3 * MINUTE, 3000);
    expect(await caisse.tentative(reference)).toMatchObject({ etat: 'reussie' });
    expect(caisse.debits(reference)).toHaveLength(1);
  });

  test('a process that starts anew goes on where the other one was', async () => {
    const { reference } = await sent(['pending-4-polls', 'callback:none']);
    await caisse.passer(10_000);
    const { sondages } = await caisse.tentative(reference);
    expect(sondages).toBe(2);
    const momo = { GUICHET_SECRET: 'x'.repeat(40), momo: caisse.sandbox.momo };
    const anew = { ...caisse.travail, caisses: caissesDe(momo, caisse.db.database, { horloge: caisse.horloge }) };
    for (let i = 0; i < 6; i++) {
      caisse.horloge.avancer(10_000);
      await sonder(anew);
    }
    expect(await caisse.tentative(reference)).toMatchObject({ etat: 'reussie', sondages: 5 });
  });

  test('after a day people are told, once, and the questions go on', async () => {
    const { reference, souscription } = await sent(['pending-forever']);
    await caisse.passer(23 * HEURE, HEURE);
    expect(await caisse.tentative(reference)).toMatchObject({ a_revoir: false });
    await caisse.passer(4 * HEURE, HEURE);
    const { etat, a_revoir, prochain_le } = await caisse.tentative(reference);
    expect({ etat, a_revoir }).toEqual({ etat: 'envoyee', a_revoir: true });
    expect(prochain_le).not.toBeNull();
    const found = await caisse.ecarts(`souscription_id = ${souscription}`);
    expect(found).toMatchObject([{ classe: 'a_revoir', statut: 'ouvert' }]);
  });

  test('what Airtel never decides is told as well', async () => {
    const souscription = await caisse.souscrire();
    const { reference } = await caisse.demander(souscription, {
      operateur: 'airtel_money',
      telephone: '+242055001000',
    });
    await caisse.envoyer(reference);
    await caisse.passer(26 * HEURE, HEURE);
    expect(await caisse.tentative(reference)).toMatchObject({ etat: 'inconnue', a_revoir: true, echecs_operateur: 0 });
  });

  test('an operator that is away for two hours flags nobody, and all is settled when it is back', async () => {
    const several = await Promise.all(Array.from({ length: 5 }, () => sent(['callback:none', 'pending-1-polls'])));
    const { mtn_money } = caisse.caisses.tills;
    if (!mtn_money) throw new Error('no till');
    const away = { etat: 'inconnu', detail: 'ECONNREFUSED' } as const;
    caisse.caisses.tills.mtn_money = { ...mtn_money, consulter: async () => away };
    await caisse.passer(2 * HEURE, MINUTE);
    for (const { reference } of several)
      expect(await caisse.tentative(reference)).toMatchObject({ etat: 'inconnue', a_revoir: false });
    caisse.caisses.tills.mtn_money = mtn_money;
    await caisse.passer(3 * HEURE, MINUTE * 10);
    for (const { reference, souscription } of several) {
      expect(await caisse.tentative(reference)).toMatchObject({ etat: 'reussie' });
      expect(await caisse.ecarts(`souscription_id = ${souscription}`)).toEqual([]);
    }
  });
});

describe('5. at most ten questions in a second', () => {
  test('are put with five hundred payments pending', async () => {
    await caisse.db.rows(`update tentatives set prochain_le = 'infinity' where prochain_le is not null`);
    const at = new Date(caisse.horloge.now() - 1000);
    await caisse.db.rows(
      `with c as (select id, client_id, produit_id, succursale_id, termes from souscriptions limit 1),
       s as (insert into souscriptions (numero, client_id, produit_id, succursale_id, canal, montant, periodicite, termes)
         select 'LOT-' || n, client_id, produit_id, succursale_id, 'borne', 500, 'mensuelle', termes
         from c, generate_series(1, 500) n returning id),
       p as (insert into paiements (numero, souscription_id, type, mode_paiement, montant)
         select 'LOT-' || id, id, 'souscription_initiale', 'mtn_money', 500 from s returning id, souscription_id)
       insert into tentatives (reference, paiement_id, souscription_id, operateur, telephone, montant, devise, externe,
         jeton_rappel, etat, envois, envoyee_le, prochain_le)
       select gen_random_uuid()::text, id, souscription_id, 'mtn_money',
         $1, 500, 'EUR', 'LOT-' || id, encode(sha256(id::text::bytea), 'hex'), 'envoyee', 1, $2, $2 from p`,
      [telephones.mtn_money, at],
    );
    const asked: number[] = [];
    const { mtn_money } = caisse.caisses.tills;
    if (!mtn_money) throw new Error('no till');
    caisse.caisses.tills.mtn_money = {
      ...mtn_money,
      consulter: async () => {
        asked.push(caisse.horloge.now());
        return { etat: 'en_cours' };
      },
    };
    while (asked.length < 500) await sonder(caisse.travail);
    caisse.caisses.tills.mtn_money = mtn_money;
    const busiest = Math.max(...asked.map((from) => asked.filter((each) => each >= from && each < from + 1000).length));
    expect(busiest).toBeLessThanOrEqual(10);
  });

  test('however many processes put them', async () => {
    const { database } = caisse.db;
    const places = await Promise.all(Array.from({ length: 60 }, () => place(database, caisse.horloge)));
    const inOrder = places.toSorted((a, b) => a - b);
    const gaps = inOrder.slice(1).map((each, i) => each - (inOrder[i] as number));
    expect(gaps.every((gap) => gap >= PAS_MS)).toBe(true);
  });
});
