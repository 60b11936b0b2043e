// @ts-check
import { Refusal } from './refusal.mjs';

const OLDEST = [20, 19];

/** @throws {Refusal} when Node is older than what everything here needs */
export function demandNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Refusal(`Node ${version} est trop ancien : Guichet demande Node ${OLDEST.join('.')} ou plus récent.`);
}
