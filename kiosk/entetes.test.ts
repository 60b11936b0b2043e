import { expect, test } from 'vitest';
import { contentSecurityPolicy, entetes } from './entetes.ts';

const policy = new Map(
  contentSecurityPolicy()
    .split('; ')
    .map((each) => [each.slice(0, each.indexOf(' ')), each.slice(each.indexOf(' ') + 1).split(' ')] as const),
);

test('nothing is loaded that is not named', () => {
  expect(policy.get('default-src')).toEqual(["'none'"]);
});

test.each(['object-src', 'base-uri', 'form-action', 'frame-ancestors'])(
  '%s falls back on nothing, and is shut',
  (of) => {
    expect(policy.get(of)).toEqual(["'none'"]);
  },
);

test('no script stands in a page, and none comes from elsewhere', () => {
  expect(policy.get('script-src')).toEqual(["'self'"]);
  expect(policy.get('style-src')).toEqual(["'self'"]);
  const allowed = new Set([...policy.values()].flat());
  expect([...allowed].toSorted()).toEqual(["'none'", "'self'", 'blob:', 'data:']);
});

test('a phone may be asked for its camera, and for nothing else', () => {
  const asked = entetes()['Permissions-Policy']?.split(', ') ?? [];
  expect(asked.filter((each) => !each.endsWith('=()'))).toEqual(['camera=(self)']);
});

test('types are not guessed, addresses are not passed on, frames and openers are kept away', () => {
  expect(entetes()).toMatchObject({
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Opener-Policy': 'same-origin',
  });
});
