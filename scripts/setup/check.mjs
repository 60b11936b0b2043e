// @ts-check
import { runChild } from './child.mjs';
import { Refusal } from './refusal.mjs';

/** What went wrong has been said already. */
class Found extends Error {}

/**
 * One check as one step; what it finds is shown only when it fails.
 * @param {string} label
 * @param {string[]} command
 * @param {import('./progress.mjs').Progress} progress
 * @returns {Promise<boolean>} whether all is well
 */
export async function runCheck(label, command, progress) {
  /** @type {Buffer[]} */
  const said = [];
  try {
    await progress.step(label, async () => {
      if (!(await runChild(command, (chunk) => void said.push(chunk)))) throw new Found();
    });
    return true;
  } catch (error) {
    if (error instanceof Refusal || !(error instanceof Found)) throw error;
    console.log(Buffer.concat(said).toString());
    return false;
  }
}
