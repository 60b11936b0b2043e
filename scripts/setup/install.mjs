// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { countPackages, missingPackages } from './packages.mjs';
import { Refusal } from './refusal.mjs';

/**
 * Installs what the lock file asks for, if anything of it is missing. Install scripts are not run: nothing needs
 * them, and current npm does not run them unasked.
 * @param {string} root the checkout
 * @param {import('./progress.mjs').Progress} progress
 * @param {{ dev: boolean }} options whether development's packages are needed too
 */
export async function install(root, progress, options) {
  if (missingPackages(root, options).length === 0) return;
  await progress.step('Installation des paquets', async (detail) => {
    const count = () => {
      const { there, wanted } = countPackages(root, options);
      detail(`${there} sur ${wanted}`);
    };
    const counting = setInterval(count, 1000);
    await npmCi(root, options).finally(() => clearInterval(counting));
    count();
  });
}

/**
 * @param {string} root
 * @param {{ dev: boolean }} options
 */
async function npmCi(root, { dev }) {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--no-progress'];
  const args = ['ci', '--ignore-scripts', dev ? '--include=dev' : '--omit=dev', ...quiet];
  const [command, ...before] = npmCommand();
  const npm = spawn(command, [...before, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const forward = (/** @type {NodeJS.Signals} */ signal) => void npm.kill(signal);
  process.once('SIGTERM', forward).once('SIGINT', forward);
  /** @type {Buffer[]} */
  const said = [];
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (chunk) => void said.push(chunk));
  const [code, signal] = await once(npm, 'exit');
  process.off('SIGTERM', forward).off('SIGINT', forward);
  if (signal || code > 128) throw new Refusal('L’installation des paquets a été interrompue : relancez pour la finir.');
  if (code !== 0)
    throw new Refusal(`L’installation des paquets a échoué. npm dit :\n${Buffer.concat(said).toString().trim()}`);
}

/** @returns {[string, ...string[]]} the npm that started us, or the one on the path */
function npmCommand() {
  const running = process.env.npm_execpath;
  return running?.endsWith('npm-cli.js') ? [process.execPath, running] : ['npm'];
}
