import { expect, test } from 'vitest';
import { drapeaux, drapeauxInterdits } from './drapeaux.ts';

test.each([
  '--inspect',
  '--inspect-brk=9229',
  '--remote-debugging-port=9222',
  '--no-sandbox',
  '--disable-web-security',
  '--ignore-certificate-errors',
  '--load-extension=/tmp/x',
  '--proxy-server=evil.example',
  '--host-rules=MAP * evil.example',
])('%s opens no installed terminal', (word) => {
  expect(drapeauxInterdits(['guichet-borne', word], {})).toEqual([word]);
  expect(drapeaux.map(([name]) => `--${name}`)).not.toContain(word.split('=')[0]);
});

test('what the service says is fine', () => {
  expect(drapeauxInterdits(['guichet-borne', '--ozone-platform=x11', '--disable-gpu'], { PATH: '/usr/bin' })).toEqual(
    [],
  );
});

test('an environment that would take any certificate is refused', () => {
  expect(drapeauxInterdits([], { NODE_TLS_REJECT_UNAUTHORIZED: '0' })).toEqual(['NODE_TLS_REJECT_UNAUTHORIZED']);
});

test('no report of a fall is sent anywhere', () => {
  expect(drapeaux.map(([name]) => name)).toContain('disable-breakpad');
});
