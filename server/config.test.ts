import { expect, test } from 'vitest';
import { type ConfigError, readConfig } from './config.ts';

const KEY = Buffer.alloc(32, 7).toString('base64');
const base = { DATABASE_URL: 'postgres://x', GUICHET_SECRET: 'x'.repeat(32) };

const sms = { SMS_URL: 'https://sms.test/envoi', SMS_UTILISATEUR: 'intia', SMS_CLE: 'k' };
const mtn = { MOMO_MTN_CLE: 'k', MOMO_MTN_UTILISATEUR: '7d444840-9dc0-41d1-b245-5ffdce74fad2', MOMO_MTN_SECRET: 's' };

function mistakes(env: NodeJS.ProcessEnv): string[] {
  try {
    readConfig({ ...base, ...env });
    return [];
  } catch (error) {
    return (error as ConfigError).mistakes.map((mistake) => mistake.split(' ')[0] as string);
  }
}

test.each([
  ['development needs neither key nor mail server', {}, []],
  ['production needs a key for the journal', { NODE_ENV: 'production' }, ['GUICHET_CLE_JOURNAL']],
  ['a key must be one', { GUICHET_CLE_JOURNAL: 'secret' }, ['GUICHET_CLE_JOURNAL']],
  ['with its key production starts', { NODE_ENV: 'production', GUICHET_CLE_JOURNAL: KEY }, []],
  ['mail needs a sender', { SMTP_URL: 'smtp://mail.test' }, ['MAIL_FROM']],
  ['mail needs a server, not a page', { SMTP_URL: 'https://mail.test', MAIL_FROM: 'a@b.test' }, ['SMTP_URL']],
  [
    'in production a link in a message needs an address to lead to',
    { NODE_ENV: 'production', GUICHET_CLE_JOURNAL: KEY, SMTP_URL: 'smtp://mail.test', MAIL_FROM: 'a@b.test' },
    ['GUICHET_URL'],
  ],
  ['retired keys are public ones', { GUICHET_CLES_JOURNAL_RETIREES: `${KEY},x` }, ['GUICHET_CLES_JOURNAL_RETIREES']],
  ['jobs run inside or beside', { GUICHET_JOBS: 'never' }, ['GUICHET_JOBS']],
  ['SMS need an account', { SMS_URL: 'https://sms.test/envoi' }, ['SMS_UTILISATEUR', 'SMS_CLE']],
  ['an account needs a gateway: nothing is sent into a folder by mistake', { SMS_CLE: 'k' }, ['SMS_URL']],
  ['the key of the gateway travels over TLS', { ...sms, SMS_URL: 'http://sms.test/envoi' }, ['SMS_URL']],
  ['but to this machine', { ...sms, SMS_URL: 'http://127.0.0.1:4000/envoi' }, []],
  ['a telephone shows a short sender', { ...sms, SMS_EXPEDITEUR: 'Assurances du Congo' }, ['SMS_EXPEDITEUR']],
  ['a gateway with all that it needs', { ...sms, SMS_EXPEDITEUR: 'INTIA' }, []],
  ['mobile money needs its keys', { MOMO_AIRTEL: 'cg' }, ['MOMO_AIRTEL_CLIENT', 'MOMO_AIRTEL_SECRET']],
  [
    'every mistake is said at once',
    { NODE_ENV: 'production', GUICHET_SECRET: 'x', PORT: 'x', ...sms, SMS_CLE: '', MOMO_MTN: 'france' },
    ['PORT', 'GUICHET_SECRET', 'SMS_CLE', 'GUICHET_CLE_JOURNAL', 'MOMO_MTN'],
  ],
])('%s', (_name, env, names) => {
  expect(mistakes(env)).toEqual(names);
});

test('retired keys come as a list', () => {
  expect(
    readConfig({ ...base, GUICHET_CLES_JOURNAL_RETIREES: ` ${KEY}, ${KEY}` }).GUICHET_CLES_JOURNAL_RETIREES,
  ).toEqual([KEY, KEY]);
  expect(readConfig(base).GUICHET_CLES_JOURNAL_RETIREES).toEqual([]);
});

test('a mixture of test and real money stops the start, beside the other mistakes', () => {
  const env = { ...base, ...mtn, MOMO_MTN: 'sandbox', MOMO_MTN_DEVISE: 'XAF', PORT: 'x' };
  expect(() => readConfig(env)).toThrow(
    'PORT doit être un numéro de port entre 0 et 65535 ; MOMO_MTN_DEVISE=XAF ne va pas avec MOMO_MTN=sandbox, qui compte en EUR',
  );
});

test('the tills that are set up are there, the others are not', () => {
  expect(readConfig(base).momo).toEqual({});
  const { momo } = readConfig({ ...base, ...mtn, MOMO_MTN: 'mtncongo' });
  expect(momo.mtn).toMatchObject({ devise: 'XAF', pays: 'CG' });
  expect(momo.airtel).toBeUndefined();
});
