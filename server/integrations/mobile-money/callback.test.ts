import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { rappelAirtel, rappelMtn } from './callback.ts';

const bytes = (body: unknown) => Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
const reference = '7d444840-9dc0-41d1-b245-5ffdce74fad2';

describe('MTN', () => {
  const payment = {
    externalId: 'PAY-1',
    amount: '2500',
    currency: 'XAF',
    payer: { partyIdType: 'MSISDN', partyId: '242061234567' },
  };

  test.each([
    [{ ...payment, status: 'SUCCESSFUL', financialTransactionId: '1927264368' }, 'reussie'],
    [{ ...payment, status: 'SUCCESSFUL' }, 'reussie'],
    [{ ...payment, status: 'FAILED', reason: 'EXPIRED' }, 'echouee'],
    [{ ...payment, status: 'FAILED', reason: { code: 'EXPIRED', message: '…' } }, 'echouee'],
    [{ ...payment, status: 'FAILED' }, 'echouee'],
    [{ ...payment, status: 'PENDING', financialTransactionId: null }, 'en_cours'],
    [{ ...payment, status: 'SOMETHING' }, 'inconnu'],
    ['', 'inconnu'],
    ['<html>', 'inconnu'],
    ['[]', 'inconnu'],
    ['null', 'inconnu'],
    [`{"status":"SUCCESSFUL","amount":"1","x":"${'x'.repeat(70_000)}"}`, 'inconnu'],
  ])('%# the token names the payment, whatever the body claims', (body, etat) => {
    expect(rappelMtn('jeton-1', bytes(body))).toEqual({ de: { jeton: 'jeton-1' }, etat });
  });
});

describe('Airtel', () => {
  const cle = 'key of the app';
  const sign = (text: string) => createHmac('sha256', cle).update(text).digest('base64');
  const transaction = `{ "id":"${reference}", "message":"Paid \\"XAF\\" {2,500]",\n "status_code":"TS","airtel_money_id":"MP1"}`;
  const whole = `{"transaction":${transaction}}`;

  test.each([
    ['TS', 'reussie'],
    ['TF', 'echouee'],
    ['TE', 'echouee'],
    ['TIP', 'en_cours'],
    ['TA', 'inconnu'],
    [undefined, 'inconnu'],
  ])('status_code %s is a hint of %s', (status_code, etat) => {
    expect(rappelAirtel(bytes({ transaction: { id: reference, status_code } }))).toEqual({
      de: { reference },
      etat,
      signature: 'absente',
    });
  });

  test('the hash over {"transaction":…}, byte for byte, wherever the hash stands', () => {
    for (const body of [
      `{"transaction":${transaction},"hash":"${sign(whole)}"}`,
      `{ "hash" : "${sign(whole)}" , "other":[{"transaction":1}], "transaction" : ${transaction} }`,
    ]) {
      expect(rappelAirtel(bytes(body), undefined, cle)?.signature).toBe('transaction');
    }
  });

  test('the hash in the header, over the whole body', () => {
    const body = ` ${whole}\n`;
    expect(rappelAirtel(bytes(body), sign(body), cle)?.signature).toBe('corps');
  });

  test.each([
    ['another key', createHmac('sha256', 'other').update(whole).digest('base64')],
    ['another length', 'AAAA'],
    ['no base64', '***'],
    ['a changed body', sign(whole.replace('2,500', '9,500'))],
  ])('%s is false', (_, hash) => {
    expect(rappelAirtel(bytes(`{"transaction":${transaction},"hash":"${hash}"}`), undefined, cle)?.signature).toBe(
      'fausse',
    );
  });

  test('a signed part that stands there twice is not taken', () => {
    const body = `{"transaction":${transaction},"transaction":{"id":"${reference}","status_code":"TS"},"hash":"${sign(whole)}"}`;
    expect(rappelAirtel(bytes(body), undefined, cle)?.signature).toBe('fausse');
  });

  test('with a key a body without hash is told as such', () => {
    expect(rappelAirtel(bytes(whole), undefined, cle)?.signature).toBe('absente');
  });

  test.each(['', '{}', '[]', '{"transaction":null}', '{"transaction":{"id":"../x"}}', '{"transaction":{"id":7}}'])(
    'a body that names no reference of ours is none: %s',
    (body) => {
      expect(rappelAirtel(bytes(body), undefined, cle)).toBeUndefined();
    },
  );
});
