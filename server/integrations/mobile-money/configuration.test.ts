import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { mobileMoneyMeaning, mobileMoneyMistakes, mobileMoneyShape, readMobileMoney } from './configuration.ts';
import { openMobileMoney } from './mobile-money.ts';

const keys = {
  MOMO_MTN_CLE: 'k',
  MOMO_MTN_UTILISATEUR: '7d444840-9dc0-41d1-b245-5ffdce74fad2',
  MOMO_MTN_SECRET: 's',
  MOMO_AIRTEL_CLIENT: 'c',
  MOMO_AIRTEL_SECRET: 's',
};

test.each([
  ['sandbox', 'https://sandbox.momodeveloper.mtn.com', 'EUR', null],
  ['mtncongo', 'https://proxy.momoapi.mtn.com', 'XAF', 'CG'],
  ['mtncameroon', 'https://proxy.momoapi.mtn.com', 'XAF', 'CM'],
])('MOMO_MTN=%s alone says host, currency and country', (environnement, hote, devise, pays) => {
  const { mtn } = readMobileMoney({ ...keys, MOMO_MTN: environnement });
  expect(mtn).toMatchObject({ environnement, hote, devise, pays });
});

test.each([
  ['uat_cg', 'https://openapiuat.airtel.cg'],
  ['cg', 'https://openapi.airtel.cg'],
])('MOMO_AIRTEL=%s alone says host, currency and country', (environnement, hote) => {
  const { airtel } = readMobileMoney({ ...keys, MOMO_AIRTEL: environnement });
  expect(airtel).toMatchObject({ environnement, hote, devise: 'XAF', pays: 'CG' });
});

describe('a mixture is refused with a sentence', () => {
  test.each([
    [
      { MOMO_MTN: 'sandbox', MOMO_MTN_DEVISE: 'XAF' },
      'MOMO_MTN_DEVISE=XAF ne va pas avec MOMO_MTN=sandbox, qui compte en EUR',
    ],
    [
      { MOMO_MTN: 'mtncongo', MOMO_MTN_DEVISE: 'EUR' },
      'MOMO_MTN_DEVISE=EUR ne va pas avec MOMO_MTN=mtncongo, qui compte en XAF',
    ],
    [{ MOMO_MTN: 'sandbox', MOMO_MTN_HOTE: 'https://proxy.momoapi.mtn.com' }, 'ne va pas avec MOMO_MTN=sandbox'],
    [
      { MOMO_MTN: 'mtncongo', MOMO_MTN_HOTE: 'https://sandbox.momodeveloper.mtn.com' },
      'ne va pas avec MOMO_MTN=mtncongo',
    ],
    [{ MOMO_MTN: 'mtncongo', MOMO_MTN_HOTE: 'http://127.0.0.1:4000' }, 'ne va pas avec MOMO_MTN=mtncongo'],
    [{ MOMO_MTN: 'mtncongo', MOMO_MTN_HOTE: 'http://proxy.momoapi.mtn.com' }, 'ne va pas avec MOMO_MTN=mtncongo'],
    [
      { MOMO_MTN: 'mtncameroon', MOMO_MTN_HOTE: 'https://mtn.com.pirate.example' },
      'ne va pas avec MOMO_MTN=mtncameroon',
    ],
    [{ MOMO_AIRTEL: 'cg', MOMO_AIRTEL_HOTE: 'https://openapiuat.airtel.cg' }, 'ne va pas avec MOMO_AIRTEL=cg'],
    [{ MOMO_AIRTEL: 'uat_cg', MOMO_AIRTEL_HOTE: 'https://openapi.airtel.africa' }, 'ne va pas avec MOMO_AIRTEL=uat_cg'],
    [{ MOMO_AIRTEL: 'sandbox', MOMO_AIRTEL_HOTE: 'https://openapi.airtel.cg' }, 'ne va pas avec MOMO_AIRTEL=sandbox'],
    [{ MOMO_AIRTEL: 'sandbox' }, 'MOMO_AIRTEL=sandbox demande MOMO_AIRTEL_HOTE'],
    [{ MOMO_AIRTEL: 'cg', MOMO_AIRTEL_DEVISE: 'EUR' }, 'qui compte en XAF'],
    [{ MOMO_MTN: 'mtncongo', MOMO_RAPPEL: 'http://pay.example.cg' }, 'il faut https et un nom de domaine'],
    [{ MOMO_MTN: 'sandbox', MOMO_RAPPEL: 'https://127.0.0.1/rappel' }, 'il faut https et un nom de domaine'],
    [{ MOMO_MTN_HOTE: 'https://proxy.momoapi.mtn.com' }, 'donnez MOMO_MTN'],
    [{ MOMO_MTN: 'production' }, 'MOMO_MTN doit être sandbox, mtncongo ou mtncameroon'],
  ])('%j', (env, sentence) => {
    expect(mobileMoneyMistakes({ ...keys, ...env }).join()).toContain(sentence);
    expect(() => readMobileMoney({ ...keys, ...env })).toThrow(sentence);
  });
});

test.each([
  { MOMO_MTN: 'sandbox', MOMO_MTN_HOTE: 'http://127.0.0.1:4000/', MOMO_RAPPEL: 'http://localhost:3000' },
  { MOMO_MTN: 'sandbox', MOMO_MTN_HOTE: 'http://momo-sandbox:4000', MOMO_MTN_DEVISE: 'EUR' },
  { MOMO_MTN: 'mtncongo', MOMO_MTN_DEVISE: 'XAF', MOMO_RAPPEL: 'https://pay.example.cg' },
  { MOMO_AIRTEL: 'cg', MOMO_AIRTEL_HOTE: 'https://openapi.airtel.africa' },
])('what goes together is taken: %j', (env) => {
  expect(mobileMoneyMistakes({ ...keys, ...env })).toEqual([]);
});

test('every missing key is named at once, and no default stands in for it', () => {
  expect(mobileMoneyMistakes({ MOMO_MTN: 'mtncongo', MOMO_AIRTEL: 'cg' })).toHaveLength(5);
  expect(mobileMoneyMistakes({ MOMO_MTN: 'mtncongo', ...keys, MOMO_MTN_SECRET: '' })[0]).toContain('MOMO_MTN_SECRET');
});

test('without a setting there is no mobile money; with one there is that till', () => {
  const open = (env: Record<string, string>) => openMobileMoney(readMobileMoney(env), { noter: () => undefined });
  expect(open({})).toEqual({});
  const tills = open({ ...keys, MOMO_MTN: 'mtncongo' });
  expect(tills.mtn_money).toMatchObject({ operateur: 'mtn_money', devise: 'XAF' });
  expect(tills.airtel_money).toBeUndefined();
});

test('the settings can be spread into the environment’s schema, each with its sentence', () => {
  const environment = z.object({ PORT: z.string(), ...mobileMoneyShape });
  expect(environment.parse({ PORT: '1', MOMO_MTN: 'mtncongo', PATH: '/' })).toEqual({
    PORT: '1',
    MOMO_MTN: 'mtncongo',
  });
  expect(Object.keys(mobileMoneyMeaning).sort()).toEqual(Object.keys(mobileMoneyShape).sort());
});

test('a slash at the end of a host is taken off: operators refuse a double one', () => {
  const { mtn } = readMobileMoney({ ...keys, MOMO_MTN: 'sandbox', MOMO_MTN_HOTE: 'http://127.0.0.1:4000/' });
  expect(mtn?.hote).toBe('http://127.0.0.1:4000');
});
