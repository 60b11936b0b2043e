import { expect, test } from 'vitest';
import { count } from './vitest.mjs';

const report = (tests: Partial<Record<'numPassedTests' | 'numFailedTests' | 'numPendingTests', number>>) => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
  ...tests,
});

test('tests are counted as they ended', () => {
  const counted = count(report({ numPassedTests: 7, numFailedTests: 2, numPendingTests: 1 }), false);
  expect(counted).toEqual({ passed: 7, failed: 2, skipped: 1 });
});

test('a file that could not be run is a failure', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{ status: 'failed' }] },
  ];
  expect(count({ ...report({ numFailedTests: 1 }), testResults }, false)).toEqual({ passed: 0, failed: 2, skipped: 0 });
});

test('no report, or a failure that no test tells of, is a failure', () => {
  expect(count(undefined, false).failed).toBe(1);
  expect(count(undefined, true).failed).toBe(1);
  expect(count(report({ numPassedTests: 7 }), false)).toEqual({ passed: 7, failed: 1, skipped: 0 });
});
