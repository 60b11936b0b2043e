import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalisePhone } from './kinds.ts';

describe('a telephone', () => {
  test.each([
    ['06 123 45 67', '+242061234567'],
    ['061234567', '+242061234567'],
    ['+242 06 123 45 67', '+242061234567'],
    ['00242061234567', '+242061234567'],
    ['+242-06-123-45-67', '+242061234567'],
    ['05 987 65 43', '+242059876543'],
    ['04 234 56 78', '+242042345678'],
    ['+237 6 71 23 45 67', '+237671234567'],
    ['+237671234567', '+237671234567'],
    ['+242 22 212 34 56', '+242222123456'],
    ['6 71 23 45 67', '+237671234567'],
  ])('typed %s is stored %s', (typed, stored) => {
    expect(normalisePhone(typed)).toBe(stored);
  });

  test.each([
    '',
    '12',
    '+33612345678',
    '06 123 45',
    '+242061234567890',
    'abcdefghi',
    '+24299',
    '+237 0 00',
    '88 00 00 00',
    '06 123 45 67 (bureau)',
    'rappeler le 06 123 45 67',
  ])('“%s” is none', (typed) => {
    expect(normalisePhone(typed)).toBeUndefined();
  });

  test('that could be of either country needs its country code', () => {
    expect(normalisePhone('222 21 34 56')).toBeUndefined();
    expect(normalisePhone('+237 222 21 34 56')).toBe('+237222213456');
    expect(normalisePhone('+242 222 21 34 56')).toBe('+242222213456');
  });

  test('stored once is stored the same ever after, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^(\+242|\+237|0)?[0-9 ]{6,12}$/)), (typed) => {
        const stored = normalisePhone(typed);
        if (stored === undefined) return;
        expect(stored).toMatch(/^\+(242|237)\d{9}$/);
        expect(normalisePhone(stored)).toBe(stored);
      }),
      { numRuns: 2000 },
    );
  });
});
