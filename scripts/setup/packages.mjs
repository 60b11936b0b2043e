// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {{ version?: string, dev?: boolean, optional?: boolean, peer?: boolean, link?: boolean }} Package
 * @typedef {Record<string, Package>} Packages
 */

/**
 * What a lock file asks for, by path; without what only development needs when that is left out.
 * @param {string} file
 * @param {{ dev: boolean }} options
 * @returns {[string, Package][]}
 */
function packagesIn(file, { dev }) {
  if (!existsSync(file)) return [];
  const { packages } = /** @type {{ packages: Packages }} */ (JSON.parse(readFileSync(file, 'utf8')));
  return Object.entries(packages).filter(([at, each]) => at !== '' && !each.link && (dev || !each.dev));
}

/**
 * The paths of the packages that are not installed as the lock file asks. Optional ones may be missing: most are
 * for other machines.
 * @param {string} root the checkout
 * @param {{ dev: boolean }} options
 * @returns {string[]}
 */
export function missingPackages(root, options) {
  const installed = new Map(packagesIn(path.join(root, 'node_modules/.package-lock.json'), { dev: true }));
  return packagesIn(path.join(root, 'package-lock.json'), options)
    .filter(([at, { version, optional, peer }]) => {
      const there = installed.get(at);
      return there ? there.version !== version : !optional && !peer;
    })
    .map(([at]) => at);
}

/**
 * How many packages of the lock file lie in node_modules, and of how many.
 * @param {string} root
 * @param {{ dev: boolean }} options
 */
export function countPackages(root, options) {
  const wanted = packagesIn(path.join(root, 'package-lock.json'), options).filter(([, { optional }]) => !optional);
  const there = wanted.filter(([at]) => existsSync(path.join(root, at, 'package.json')));
  return { there: there.length, wanted: wanted.length };
}
