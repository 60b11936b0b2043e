// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runChild } from './child.mjs';

const REPORT = 'build/tests.json';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ status: string, assertionResults: { status: string }[] }} TestFile
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: TestFile[] }} Report
 */

/**
 * Runs the tests, telling each as it goes, and counts them.
 * @param {string[]} args
 * @returns {Promise<Counts>}
 */
export async function runTests(args) {
  mkdirSync(path.dirname(REPORT), { recursive: true });
  rmSync(REPORT, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
  const succeeded = await runChild(['vitest', 'run', ...reporters, ...args]);
  return count(existsSync(REPORT) ? JSON.parse(readFileSync(REPORT, 'utf8')) : undefined, succeeded);
}

/**
 * A file that could not be run counts as one failure, and so does whatever else made vitest fail.
 * @param {Report | undefined} report
 * @param {boolean} succeeded
 * @returns {Counts}
 */
export function count(report, succeeded) {
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const broken = report.testResults.filter((file) => file.status === 'failed' && isNotItsTests(file)).length;
  const failed = report.numFailedTests + broken;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !succeeded ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

const isNotItsTests = (/** @type {TestFile} */ { assertionResults }) =>
  assertionResults.every(({ status }) => status !== 'failed');
