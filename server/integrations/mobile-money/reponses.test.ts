import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEnvoi as airtelEnvoi, readEtat as airtelEtat } from './airtel/reponses.ts';
import { rappelAirtel, rappelMtn } from './callback.ts';
import { openLine } from './http.ts';
import { readEnvoi as mtnEnvoi, readEtat as mtnEtat } from './mtn/reponses.ts';

const reply = (status: number, body?: unknown) => ({ arrived: true, status, body }) as const;
const error = (code?: string) => ({ ...(code && { code }), text: 'why' });

describe('MTN', () => {
  test.each([
    [202, undefined, 'acceptee'],
    [409, error('RESOURCE_ALREADY_EXIST'), 'acceptee'],
    [409, undefined, 'acceptee'],
    [500, error('RESOURCE_ALREADY_EXIST'), 'acceptee'],
    [400, undefined, 'demande_invalide'],
    [400, error('INVALID_CURRENCY'), 'configuration'],
    [401, { statusCode: 401 }, 'acces_refuse'],
    [403, error('FORBIDDEN IP'), 'acces_refuse'],
    [500, error('NOT_ALLOWED'), 'non_autorisee'],
    [500, error('NOT_ALLOWED_TARGET_ENVIRONMENT'), 'configuration'],
    [500, error('INVALID_CALLBACK_URL_HOST'), 'configuration'],
    [500, error('INVALID_CURRENCY'), 'configuration'],
    [500, error('PAYER_NOT_FOUND'), 'payeur_introuvable'],
    [500, error('PAYEE_NOT_ALLOWED_TO_RECEIVE'), 'beneficiaire_indisponible'],
    [500, error('INTERNAL_PROCESSING_ERROR'), 'inconnue'],
    [500, error('SERVICE_UNAVAILABLE'), 'inconnue'],
    [500, error('NOT_ENOUGH_FUNDS'), 'inconnue'],
    [500, error(), 'inconnue'],
    [503, error('SERVICE_UNAVAILABLE'), 'inconnue'],
    [404, { statusCode: 404 }, 'inconnue'],
    [408, undefined, 'inconnue'],
    [302, undefined, 'inconnue'],
    [200, undefined, 'inconnue'],
  ])('a request answered with HTTP %i %j is %s', (status, body, meaning) => {
    const sent = mtnEnvoi(reply(status, body));
    expect(sent.issue === 'refusee' ? sent.motif.code : sent.issue).toBe(meaning);
  });

  const paid = { status: 'SUCCESSFUL', amount: '2500', currency: 'XAF', externalId: 'P1', financialTransactionId: '7' };
  const reussie = { etat: 'reussie', transaction_id: '7', montant: 2500, devise: 'XAF', externe: 'P1' };

  test.each([
    [200, paid, reussie],
    [200, { ...paid, amount: 2500, financialTransactionId: 7 }, reussie],
    [200, { ...paid, amount: '2500.00', payer: { partyId: '+242061234567' } }, reussie],
    [200, { ...paid, amount: '2500.50' }, { ...reussie, montant: 2500.5 }],
    [200, { ...paid, financialTransactionId: null }, { ...reussie, transaction_id: null }],
    [200, { ...paid, financialTransactionId: undefined }, { ...reussie, transaction_id: null }],
    [200, { ...paid, externalId: undefined, currency: null }, { ...reussie, externe: '', devise: '' }],
    [200, { ...paid, status: 'PENDING' }, { etat: 'en_cours' }],
    [404, { code: 'RESOURCE_NOT_FOUND' }, { etat: 'introuvable' }],
  ])('a status of HTTP %i %j', (status, body, etat) => {
    expect(mtnEtat(reply(status, body))).toEqual(etat);
  });

  test.each([
    [200, { ...paid, amount: 'a lot' }],
    [200, { ...paid, amount: '-1' }],
    [200, { ...paid, status: 'successful?' }],
    [200, { ...paid, status: ['SUCCESSFUL'] }],
    [200, [paid]],
    [200, 'SUCCESSFUL'],
    [200, undefined],
    [201, paid],
    [404, undefined],
    [404, { statusCode: 404 }],
    [401, { statusCode: 401 }],
    [500, { status: 'FAILED', reason: 'EXPIRED' }],
  ])('a status of HTTP %i %j decides nothing', (status, body) => {
    expect(mtnEtat(reply(status, body)).etat).toBe('inconnu');
  });
});

describe('Airtel', () => {
  const id = '7d444840-9dc0-41d1-b245-5ffdce74fad2';
  const answer = (
    state: string | undefined,
    response_code: string,
    success: unknown,
    transaction: object = { id },
  ) => ({
    data: state ? { transaction: { ...transaction, status: state } } : [],
    status: { code: '200', result_code: 'ESB000010', response_code, success },
  });

  test.each([
    [200, answer('SUCCESS', 'DP00800001006', true), 'acceptee'],
    [200, answer('SUCCESS', 'DP00800001006', false, { id: false }), 'acceptee'],
    [200, answer('IN_PROGRESS', '', false), 'acceptee'],
    [200, answer('TF', 'DP00800001007', false), 'solde_insuffisant'],
    [200, answer('TA', 'DP00800001000', false), 'inconnue'],
    [200, answer(undefined, 'DP00800001010', false), 'beneficiaire_indisponible'],
    [200, answer(undefined, 'DP00800001024', false), 'inconnue'],
    [200, answer(undefined, '', false), 'autre'],
    [200, answer(undefined, '', true), 'acceptee'],
    [200, answer(undefined, '', undefined), 'inconnue'],
    [200, {}, 'inconnue'],
    [400, { status: { response_code: 'ESB000008' } }, 'demande_invalide'],
    [400, undefined, 'demande_invalide'],
    [400, { status: { result_code: 'ESB000041' } }, 'acceptee'],
    [403, undefined, 'acces_refuse'],
    [500, { status: { response_code: 'DP00800001007', success: false } }, 'solde_insuffisant'],
    [500, { status: { response_code: 'NEW', success: false } }, 'inconnue'],
    [404, undefined, 'inconnue'],
  ])('a request answered with HTTP %i %j is %s', (status, body, meaning) => {
    const sent = airtelEnvoi(reply(status, body));
    expect(sent.issue === 'refusee' ? sent.motif.code : sent.issue).toBe(meaning);
  });

  const reussie = { etat: 'reussie', transaction_id: 'MP1', montant: null, devise: null, externe: null };
  test.each([
    ['TS beside success:false', answer('TS', 'DP00800001007', false, { id, airtel_money_id: 'MP1' }), reussie],
    ['TS without its id', answer('TS', '', true, { id: false, airtel_money_id: 'MP1' }), reussie],
    ['TIP', answer('TIP', 'DP00800001006', true), { etat: 'en_cours' }],
    ['TI', answer('TI', 'DP00800001006', true), { etat: 'en_cours' }],
    ['not found', answer(undefined, 'DP00800001025', false), { etat: 'introuvable' }],
    [
      'TF beside the code of a success',
      answer('TF', 'DP00800001001', true),
      { etat: 'echouee', motif: { code: 'autre', brut: 'DP00800001001', reessayable: true } },
    ],
  ])('the transaction’s status decides: %s', (_, body, etat) => {
    expect(airtelEtat(reply(200, body), id)).toEqual(etat);
  });

  test.each([
    [200, answer('TA', 'DP00800001000', true)],
    [200, answer('TS', '', true, { id: 'another' })],
    [200, answer('XX', '', true)],
    [200, answer(undefined, 'DP00800001001', true)],
    [200, answer(undefined, 'DP00800001007', false)],
    [500, answer('TS', '', true)],
    [500, answer(undefined, 'DP00800001025', false)],
  ])('HTTP %i %j decides nothing', (status, body) => {
    expect(airtelEtat(reply(status, body), id).etat).toBe('inconnu');
  });
});

test('no answer or callback, however odd, throws, and none is a success that does not say so', () => {
  const words = fc.constantFrom(
    'status',
    'code',
    'data',
    'transaction',
    'reason',
    'amount',
    'success',
    'response_code',
    'id',
  );
  const values = fc.constantFrom(
    'PENDING',
    'FAILED',
    'TF',
    'TA',
    'DP00800001007',
    'NOT_ALLOWED',
    '2500',
    true,
    false,
    null,
    7,
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ maxDepth: 4 }, values, fc.dictionary(words, tie('tree')), fc.array(tie('tree'), { maxLength: 2 })),
  }));
  const statuses = fc.constantFrom(200, 201, 202, 302, 400, 401, 403, 404, 409, 429, 500, 502, 503);
  fc.assert(
    fc.property(statuses, fc.oneof(tree, fc.jsonValue()), (status, body) => {
      expect(['acceptee', 'inconnue', 'refusee']).toContain(mtnEnvoi(reply(status, body)).issue);
      expect(['acceptee', 'inconnue', 'refusee']).toContain(airtelEnvoi(reply(status, body)).issue);
      expect(mtnEtat(reply(status, body)).etat).not.toBe('reussie');
      expect(airtelEtat(reply(status, body), 'r').etat).not.toBe('reussie');
      const bytes = Buffer.from(JSON.stringify(body));
      expect(rappelMtn('jeton', bytes).etat).not.toBe('reussie');
      expect(rappelAirtel(bytes, 'hash', 'key')?.etat).not.toBe('reussie');
    }),
    { numRuns: 2000 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
      expect(rappelMtn('jeton', Buffer.from(noise)).etat).toBe('inconnu');
      expect(rappelAirtel(Buffer.from(noise), 'hash', 'key')).toBeUndefined();
    }),
  );
});

describe('the line to an operator', () => {
  async function operator(
    answer: (path: string) => { status: number; headers?: Record<string, string>; body: string },
  ) {
    const paths: string[] = [];
    const server = createServer((request, response) => {
      paths.push(request.url ?? '');
      const { status, headers, body } = answer(request.url ?? '');
      response.writeHead(status, headers).end(body);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const hote = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const send = openLine({ operateur: 'mtn_money', hote, secrets: [], noter: () => undefined });
    const get = () => send({ operation: 'etat', method: 'GET', path: '/a', headers: { Authorization: 'Bearer x' } });
    return { get, paths, stop: () => server.close() };
  }

  test('goes nowhere else, whatever an answer says: keys stay with the operator', async () => {
    const { get, paths, stop } = await operator(() => ({ status: 307, headers: { Location: '/b' }, body: '{}' }));
    expect(await get()).toMatchObject({ arrived: true, status: 307 });
    expect(paths).toEqual(['/a']);
    stop();
  });

  test('does not read an answer without end', async () => {
    const { get, stop } = await operator(() => ({ status: 200, body: 'x'.repeat(70_000) }));
    expect(await get()).toEqual({ arrived: false, detail: 'réponse trop longue' });
    stop();
  });
});
