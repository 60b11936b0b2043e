import { expect, test } from 'vitest';
import { type ConfigError, readConfig } from './config.ts';

const KEY = Buffer.alloc(32, 7).toString('base64');
const base = { DATABASE_URL: 'postgres://x', GUICHET_SECRET: 'x'.repeat(32) };

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
  [
    'every mistake is said at once',
    { NODE_ENV: 'production', GUICHET_SECRET: 'x', PORT: 'x' },
    ['PORT', 'GUICHET_SECRET', 'GUICHET_CLE_JOURNAL'],
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
