import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { methodesRappel, rappelAirtel, rappelMtn } from '../callback.ts';
import { demande, openTills, phones } from '../clients.fixture.ts';

/** Our side of callbacks: keeps what comes, answers 204. */
const received: { method: string; path: string; host: string; body: Buffer; at: number }[] = [];
const listener = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const { method = '', url = '', headers } = request;
  if (!rappel.endsWith(url)) return void response.writeHead(404).end();
  received.push({ method, path: url, host: headers.host ?? '', body: Buffer.concat(chunks), at: performance.now() });
  response.writeHead(204).end();
});
let address: string;
let rappel: string;
let turn = 0;
let world: Awaited<ReturnType<typeof openTills>>;

beforeAll(async () => {
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  address = `http://localhost:${(listener.address() as AddressInfo).port}`;
});
afterAll(() => listener.close());
beforeEach(async () => {
  // What an earlier test was still to be sent is not counted here.
  received.length = 0;
  rappel = `${address}/${++turn}`;
  world = await openTills({ rappels: { airtel: rappel } });
});
afterEach(() => world.stop());

const { mtn: telephone } = phones;
const ask = (scenario: string[], over: Parameters<typeof demande>[0] = {}) => {
  world.control.scenario({ msisdn: over.telephone ?? telephone, scenario });
  const asked = demande({ rappel, ...over });
  const till = asked.telephone === phones.airtel ? world.tills.airtel : world.tills.mtn;
  return till.demander(asked).then((sent) => ({ asked, sent, consulter: () => till.consulter(asked.reference) }));
};
const callbacks = (count: number) => vi.waitFor(() => expect(received).toHaveLength(count), { timeout: 5000 });

describe('payments', () => {
  test('pending for three questions, then paid', async () => {
    const { consulter } = await ask(['pending-3-polls']);
    const etats: string[] = [];
    for (let turn = 0; turn < 4; turn++) etats.push((await consulter()).etat);
    expect(etats).toEqual(['en_cours', 'en_cours', 'en_cours', 'reussie']);
  });

  test('pending for ever, a day later too', async () => {
    const { consulter } = await ask(['pending-forever']);
    await world.control.clock({ advance: 86_400_000 });
    expect(await consulter()).toEqual({ etat: 'en_cours' });
  });

  test('the delayed number is paid after thirty seconds of the sandbox’s clock', async () => {
    const { consulter } = await ask([], { telephone: '+46733123454' });
    expect(await consulter()).toEqual({ etat: 'en_cours' });
    await world.control.clock({ advance: 29_000 });
    expect(await consulter()).toEqual({ etat: 'en_cours' });
    await world.control.clock({ advance: 1_000 });
    expect(await consulter()).toMatchObject({ etat: 'reussie' });
  });

  test('a clock that stands still is in its statement', async () => {
    await world.control.clock({ set: '2026-08-31T23:30:00Z' });
    const { consulter, asked } = await ask([]);
    await consulter();
    expect(world.control.csv()).toContain(
      `2026-09-01T00:30:00+01:00,mtn,1900000001,PAY-01J9Z,${asked.reference},242061234567,2500,EUR`,
    );
  });

  test('a simulator that starts again gives other numbers than before', async () => {
    const again = await openTills({ premiere: 1_950_000_000 });
    try {
      const asked = demande();
      await again.tills.mtn.demander(asked);
      await again.tills.mtn.consulter(asked.reference);
      expect(again.control.ledger().map(({ transactionId }) => transactionId)).toEqual(['1950000001']);
    } finally {
      await again.stop();
    }
  });

  test('a status that flips from failed to successful takes the money once', async () => {
    const { consulter } = await ask(['status-flips']);
    expect([(await consulter()).etat, (await consulter()).etat, (await consulter()).etat]).toEqual([
      'echouee',
      'reussie',
      'reussie',
    ]);
    expect(world.control.ledger()).toHaveLength(1);
  });

  test('another amount than was asked for', async () => {
    const { consulter } = await ask(['amount-mismatch']);
    expect(await consulter()).toMatchObject({ etat: 'reussie', montant: 2501 });
    expect(world.control.ledger()).toMatchObject([{ amount: '2501' }]);
  });

  test('a slow operator', async () => {
    const started = performance.now();
    expect((await ask(['slow:300'])).sent).toEqual({ issue: 'acceptee' });
    expect(performance.now() - started).toBeGreaterThanOrEqual(290);
  });

  test('a scenario for the next request holds for one', async () => {
    world.control.scenario({ next: 1, scenario: ['429'] });
    expect(await world.tills.mtn.demander(demande())).toMatchObject({ issue: 'inconnue', detail: 'HTTP 429' });
    expect(await world.tills.mtn.demander(demande())).toEqual({ issue: 'acceptee' });
  });

  test('a payment that was given back by Airtel is no payment any more', async () => {
    const { consulter, asked } = await ask([], { telephone: phones.airtel });
    const etat = await consulter();
    expect(etat).toMatchObject({ etat: 'reussie', transaction_id: expect.stringMatching(/^MP\d{6}\.\d{4}\.L\d+$/) });
    const { MOMO_AIRTEL_CLIENT: client_id, MOMO_AIRTEL_SECRET: client_secret } = world.variables;
    const post = (path: string, body: object, headers: Record<string, string> = {}) =>
      fetch(`${world.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    const grant = await post('/auth/oauth2/token', { client_id, client_secret, grant_type: 'client_credentials' });
    const { access_token } = (await grant.json()) as { access_token: string };
    const headers = { Authorization: `Bearer ${access_token}`, 'X-Country': 'CG', 'X-Currency': 'XAF' };
    const airtel_money_id = etat.etat === 'reussie' ? etat.transaction_id : '';
    await post('/standard/v1/payments/refund', { transaction: { airtel_money_id } }, headers);
    expect(await consulter()).toMatchObject({ etat: 'echouee', motif: { code: 'remboursee' } });
    const balance = await fetch(`${world.url}/standard/v2/users/balance`, { headers });
    expect(await balance.json()).toMatchObject({ data: { balance: '0', currency: 'XAF' } });
    expect(world.control.ledger()).toMatchObject([{ reference: asked.reference }]);
  });
});

test('an account holder’s numbers mean something else', async () => {
  const holder = (end: string) => world.tills.mtn.titulaireActif(`+46733123${end}`);
  expect([await holder('450'), await holder('451'), await holder('452'), await holder('456')]).toEqual([
    undefined,
    false,
    undefined,
    true,
  ]);
});

describe('callbacks are really sent', () => {
  test('once, by PUT unless told otherwise, with the payment as the status has it', async () => {
    const { asked } = await ask([]);
    await callbacks(1);
    expect(received[0]).toMatchObject({ method: 'PUT', path: `/${turn}` });
    expect(rappelMtn('jeton-1', received[0]?.body ?? Buffer.of()).etat).toBe('reussie');
    expect(received[0]?.body.toString()).not.toContain(asked.reference);
    await vi.waitFor(() => expect(world.control.deliveries()).toMatchObject([{ answered: 204 }]));
  });

  test.each(methodesRappel)('by %s', async (method) => {
    await ask([`callback:${method}`]);
    await callbacks(1);
    expect(received[0]?.method).toBe(method);
  });

  test('twenty times', async () => {
    await ask(['callback:x20']);
    await callbacks(20);
    expect(world.control.ledger()).toHaveLength(1);
  });

  test('never', async () => {
    const { consulter } = await ask(['callback:none']);
    expect(await consulter()).toMatchObject({ etat: 'reussie' });
    await world.control.clock({ advance: 3_600_000 });
    expect(received).toEqual([]);
  });

  test('before the request is answered', async () => {
    const { sent } = await ask(['callback:before-202', 'slow:1']);
    const answered = performance.now();
    expect(sent).toEqual({ issue: 'acceptee' });
    expect(received).toHaveLength(1);
    expect(received[0]?.at).toBeLessThan(answered);
  });

  test('late', async () => {
    const { consulter } = await ask(['callback:late']);
    await consulter();
    await world.control.clock({ advance: 599_000 });
    expect(received).toEqual([]);
    await world.control.clock({ advance: 1_000 });
    expect(received).toHaveLength(1);
  });

  test('under another host', async () => {
    await ask(['callback:wrong-host']);
    await callbacks(1);
    expect(received[0]?.host).toBe('ailleurs.example');
  });

  test('forged: a success for what nobody has paid', async () => {
    const { consulter } = await ask(['callback:forged-success']);
    await callbacks(1);
    expect(rappelMtn('jeton-1', received[0]?.body ?? Buffer.of()).etat).toBe('reussie');
    expect(await consulter()).toEqual({ etat: 'en_cours' });
    expect(world.control.ledger()).toEqual([]);
  });

  test('nowhere, if no address was given', async () => {
    await ask([], { rappel: undefined });
    await world.control.clock({ advance: 1000 });
    expect(world.control.deliveries()).toEqual([]);
  });

  test.each([
    ['hash:on', 'transaction'],
    ['hash:off', 'absente'],
    ['hash:bad', 'fausse'],
  ])('from Airtel with %s', async (scenario, signature) => {
    const { asked } = await ask([scenario], { telephone: phones.airtel });
    await callbacks(1);
    const { body } = received[0] ?? { body: Buffer.of() };
    expect(received[0]).toMatchObject({ method: 'POST', path: `/${turn}` });
    expect(rappelAirtel(body, undefined, world.variables.MOMO_AIRTEL_CLE_RAPPEL)).toEqual({
      de: { reference: asked.reference },
      etat: 'reussie',
      signature,
    });
  });
});
