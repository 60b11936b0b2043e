import { expect, test } from 'vitest';
import webpush from 'web-push';
import { pushMistakes, readPush } from './configuration.ts';

const { publicKey, privateKey } = webpush.generateVAPIDKeys();
const keys = { GUICHET_VAPID_PUBLIC: publicKey, GUICHET_VAPID_PRIVATE: privateKey };
const full = { ...keys, GUICHET_VAPID_SUBJECT: 'mailto:guichet@intia.test' };
const production = { NODE_ENV: 'production' };

test.each([
  ['nothing is needed: push is off in production', production, []],
  ['a pair and whom to write to', { ...production, ...full }, []],
  ['or a page', { ...keys, GUICHET_VAPID_SUBJECT: 'https://guichet.intia.test/contact' }, []],
  ['a pair without an address to write to', keys, ['GUICHET_VAPID_SUBJECT']],
  ['half a pair', { ...full, GUICHET_VAPID_PRIVATE: undefined }, ['GUICHET_VAPID_PRIVATE']],
  ['the other half', { ...full, GUICHET_VAPID_PUBLIC: undefined }, ['GUICHET_VAPID_PUBLIC']],
  [
    'two halves of different pairs',
    { ...full, GUICHET_VAPID_PUBLIC: webpush.generateVAPIDKeys().publicKey },
    ['GUICHET_VAPID_PUBLIC'],
  ],
  [
    'a number beyond the curve',
    { ...full, GUICHET_VAPID_PRIVATE: Buffer.alloc(32, 255).toString('base64url') },
    ['GUICHET_VAPID_PUBLIC'],
  ],
  [
    'the two swapped',
    { ...full, GUICHET_VAPID_PUBLIC: privateKey, GUICHET_VAPID_PRIVATE: publicKey },
    ['GUICHET_VAPID_PUBLIC', 'GUICHET_VAPID_PRIVATE'],
  ],
  ['an address that is none', { ...full, GUICHET_VAPID_SUBJECT: 'guichet@intia.test' }, ['GUICHET_VAPID_SUBJECT']],
  ['more services', { PUSH_HOTES: 'push.example.org, *.push.example.org' }, []],
  ['this machine, for trials', { PUSH_HOTES: 'http://127.0.0.1:4567' }, []],
  ['but not in production', { ...production, PUSH_HOTES: 'http://127.0.0.1:4567' }, ['PUSH_HOTES']],
  ['another machine over http', { PUSH_HOTES: 'http://10.0.0.1:80' }, ['PUSH_HOTES']],
  ['everything below .org', { PUSH_HOTES: '*.org' }, ['PUSH_HOTES']],
  ['everything', { PUSH_HOTES: '*' }, ['PUSH_HOTES']],
  ['a number', { PUSH_HOTES: '10.0.0.1' }, ['PUSH_HOTES']],
  ['a whole address', { PUSH_HOTES: 'https://push.example.org' }, ['PUSH_HOTES']],
])('%s', (_name, env, names) => {
  expect(pushMistakes(env).map((mistake) => mistake.split(' ')[0])).toEqual(names);
});

test('what is right is read, what is not stops the start with every mistake', () => {
  expect(readPush({ ...full, PUSH_HOTES: ' a.test , b.test' })).toEqual({ ...full, PUSH_HOTES: ['a.test', 'b.test'] });
  expect(() => readPush({ GUICHET_VAPID_PUBLIC: 'x', PUSH_HOTES: '*' })).toThrow(/VAPID_PUBLIC.*PUSH_HOTES/);
});
