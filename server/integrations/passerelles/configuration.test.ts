import { expect, test } from 'vitest';
import { allowedFrom, passerellesMistakes, readPasserelles } from './configuration.ts';

test.each([
  ['nothing is needed', {}, []],
  ['a secret is long', { USSD_SECRET: 'court', CHATBOT_SECRET: 'x'.repeat(24) }, ['USSD_SECRET']],
  ['a secret fits into an address', { CHATBOT_SECRET: '/'.repeat(30) }, ['CHATBOT_SECRET']],
  ['addresses are addresses', { USSD_ADRESSES: '10.0.0.1, passerelle.cg' }, ['USSD_ADRESSES']],
  ['a network has no more bits than an address', { USSD_ADRESSES: '10.0.0.0/33' }, ['USSD_ADRESSES']],
  ['an operator is one that we know', { OPERATEUR_PREFIXES: '+24206=orange' }, ['OPERATEUR_PREFIXES']],
])('%s', (_name, env, names) => {
  expect(passerellesMistakes(env).map((mistake) => mistake.split(' ')[0])).toEqual(names);
});

test('a list keeps others out, an empty one nobody', () => {
  const { USSD_ADRESSES } = readPasserelles({ USSD_ADRESSES: '196.201.1.0/24, 2001:db8::1' });
  const allowed = allowedFrom(USSD_ADRESSES);
  expect(['196.201.1.77', '::ffff:196.201.1.2', '2001:db8::1'].map(allowed)).toEqual([true, true, true]);
  expect(['196.201.2.1', '2001:db8::2', undefined, 'x'].map(allowed)).toEqual([false, false, false, false]);
  expect(allowedFrom([])('1.2.3.4')).toBe(true);
});
