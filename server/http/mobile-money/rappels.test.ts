import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiCaisse, openApiCaisse } from './api-caisse.fixture.ts';

let caisse: ApiCaisse;
beforeAll(async () => {
  caisse = await openApiCaisse();
});
afterAll(() => caisse.close());

const jetonDe = (reference: string) => caisse.caisses.jeton(reference);
const entries = (souscription: number) =>
  caisse.db.rows(`select from paiements where souscription_id = $1 and statut = 'reussi'`, [souscription]);

async function sent(scenario: string[] = [], operateur: 'mtn_money' | 'airtel_money' = 'mtn_money') {
  const souscription = await caisse.souscrire();
  caisse.sandbox.control.scenario({ next: 1, scenario });
  const { reference, numero } = await caisse.demander(souscription, { operateur });
  await caisse.envoyer(reference);
  return { souscription, reference, numero };
}

/** All that the simulator has sent of its own accord about an attempt, once it has been answered. */
async function delivered(reference: string, count: number) {
  const mine = () => caisse.sandbox.control.deliveries().filter(({ url, body }) => (url + body).includes(reference));
  const byToken = () => caisse.sandbox.control.deliveries().filter(({ url }) => url.endsWith(jetonDe(reference)));
  await expect.poll(() => mine().length + byToken().length).toBe(count);
  return [...mine(), ...byToken()].map(({ answered }) => answered);
}

describe('3. a callback is a hint', () => {
  test('a forged success for a payment that was never made credits nothing', async () => {
    const { souscription, reference } = await sent(['callback:forged-success']);
    expect(await delivered(reference, 1)).toEqual([204]);
    await caisse.passer(3000);
    expect(await caisse.tentative(reference)).toMatchObject({ etat: 'envoyee' });
    expect(await entries(souscription)).toHaveLength(0);
    expect(caisse.debits(reference)).toHaveLength(0);
  });

  test.each([
    ['twenty times', ['callback:x20'], 20],
    ['by PUT', ['callback:PUT'], 1],
    ['by POST', ['callback:POST'], 1],
    ['before the request is answered', ['callback:before-202'], 1],
  ])('a genuine one %s is one posting', async (_, scenario, times) => {
    const { souscription, reference } = await sent(scenario);
    expect(await delivered(reference, times)).toEqual(Array(times).fill(204));
    await caisse.passer(1000);
    expect(await caisse.tentative(reference)).toMatchObject({ etat: 'reussie' });
    expect(await entries(souscription)).toHaveLength(1);
    expect(await caisse.ecarts()).toEqual([]);
  });

  test('makes somebody look at once, long before the next question would have been put', async () => {
    const { reference } = await sent(['callback:none', 'pending-1-polls']);
    await caisse.passer(120_000, 5000);
    const late = await sent(['callback:none', 'pending-forever']);
    await caisse.passer(120_000, 5000);
    expect((await caisse.tentative(reference)).etat).toBe('reussie');
    const { sondages, prochain_le } = await caisse.tentative(late.reference);
    expect((prochain_le as Date).valueOf()).toBeGreaterThan(caisse.horloge.now());
    const answer = await caisse.api.anonymous('PUT', `/rappels/mtn/${jetonDe(late.reference)}`, { status: 'PENDING' });
    expect(answer.status).toBe(204);
    await caisse.passer(1);
    expect((await caisse.tentative(late.reference)).sondages).toBe(sondages + 1);
  });

  test('after the end changes nothing, and one that contradicts it is told to people', async () => {
    const souscription = await caisse.souscrire();
    caisse.sandbox.control.scenario({ next: 1, scenario: ['callback:none', 'status-flips'] });
    const { reference, numero } = await caisse.demander(souscription);
    await caisse.envoyer(reference);
    await caisse.passer(3000);
    expect(await caisse.tentative(reference)).toMatchObject({ etat: 'echouee', motif_code: 'solde_insuffisant' });
    expect(await caisse.etat(numero)).toMatchObject({ etat: 'echoue', peut_reessayer: true });
    const late = () => caisse.api.anonymous('POST', `/rappels/mtn/${jetonDe(reference)}`, { status: 'SUCCESSFUL' });
    for (let i = 0; i < 3; i++) expect((await late()).status).toBe(204);
    await caisse.verifier(reference);
    await caisse.verifier(reference);
    expect(await caisse.tentative(reference)).toMatchObject({ etat: 'echouee' });
    expect(await entries(souscription)).toHaveLength(0);
    const found = await caisse.ecarts(`souscription_id = ${souscription}`);
    expect(found).toMatchObject([{ classe: 'contradiction', statut: 'ouvert', verifie: true, montant_constate: 500 }]);
  });

  test('is answered within half a second while the operator hangs', async () => {
    const { reference } = await sent(['callback:none', 'slow:1200']);
    const asking = caisse.passer(3000, 3000);
    const since = performance.now();
    const { status } = await caisse.api.anonymous('PUT', `/rappels/mtn/${jetonDe(reference)}`, {
      status: 'SUCCESSFUL',
    });
    expect(status).toBe(204);
    expect(performance.now() - since).toBeLessThan(500);
    await asking;
  });

  test('with a token that nobody was given is a 404 and leaves no trace', async () => {
    const traces = () =>
      caisse.db.rows(`select (select count(*) from echanges) + (select count(*) from journal)
        + (select count(*) from graphile_worker.jobs) as n, (select max(prochain_le) from tentatives) as p`);
    const before = await traces();
    for (const method of ['PUT', 'POST'])
      expect((await caisse.api.anonymous(method, '/rappels/mtn/nimporte', { status: 'SUCCESSFUL' })).status).toBe(404);
    const unknown = { transaction: { id: randomUUID(), status_code: 'TS' } };
    expect((await caisse.api.anonymous('POST', '/rappels/airtel', unknown)).status).toBe(404);
    expect((await caisse.api.anonymous('POST', '/rappels/airtel', 'pas du JSON')).status).toBe(404);
    expect(await traces()).toEqual(before);
  });

  test('too long to be one is turned away', async () => {
    const { status } = await caisse.api.anonymous('POST', '/rappels/airtel', { x: 'y'.repeat(70_000) });
    expect(status).toBe(413);
  });
});

describe('3. a hint of Airtel', () => {
  test.each(['hash:on', 'hash:off'])('with %s leads to one posting', async (hash) => {
    const { souscription, reference } = await sent([hash], 'airtel_money');
    expect(await delivered(reference, 1)).toEqual([204]);
    await caisse.passer(1000);
    expect(await entries(souscription)).toHaveLength(1);
  });

  test('with a wrong signature is refused, kept in the journal and asks nobody', async () => {
    const { souscription, reference } = await sent(
      ['hash:bad', 'pending-forever', 'callback:forged-success'],
      'airtel_money',
    );
    expect(await delivered(reference, 1)).toEqual([401]);
    const lines = await caisse.db.rows(
      `select auteur, action, resultat, details from journal where objet = $1 and action = 'rappel'`,
      [reference],
    );
    expect(lines).toEqual([
      { auteur: 'airtel_money', action: 'rappel', resultat: 'refuse', details: { raison: 'signature_fausse' } },
    ]);
    expect(await entries(souscription)).toHaveLength(0);
    expect((await caisse.tentative(reference)).sondages).toBe(0);
  });

  test('may be signed in a header over the whole body', async () => {
    const { reference } = await sent(['callback:none'], 'airtel_money');
    const body = `{"transaction": {"id": "${reference}", "status_code": "TS"}}`;
    const key = caisse.caisses.cle_rappel as string;
    const hash = createHmac('sha256', key).update(body).digest('base64');
    const send = (headers: Record<string, string>) => caisse.api.anonymous('POST', '/rappels/airtel', body, headers);
    expect((await send({ hash })).status).toBe(204);
    expect((await send({ hash: createHmac('sha256', 'x').update(body).digest('base64') })).status).toBe(401);
    const kept = await caisse.db.rows(`select reponse from echanges where reference = $1 and operation = 'rappel'`, [
      reference,
    ]);
    expect(kept).toEqual([{ reponse: 'annoncé : reussie, signature : corps' }]);
  });
});
