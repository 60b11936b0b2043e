// @ts-check
import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Refusal } from './refusal.mjs';

/** @type {Record<string, string>} */
const reasons = {
  EACCES: 'ce compte n’en a pas le droit',
  EPERM: 'ce compte n’en a pas le droit',
  EROFS: 'le disque est en lecture seule',
  ENOSPC: 'le disque est plein',
  EEXIST: 'un fichier porte ce nom',
  ENOTDIR: 'un fichier porte ce nom',
};

/** Milliseconds that one who is just stopping is given to be gone. */
const PATIENCE = 2000;

/**
 * Holds a data folder for this process until it ends, however it ends.
 * @param {string} folder made when it is not there
 * @throws {Refusal} when another process that lives holds it
 */
export async function holdFolder(folder) {
  const file = path.resolve(folder, 'verrou');
  const mine = `${file}.${process.pid}`;
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o711 });
    writeFileSync(mine, identity(process.pid) ?? '');
  } catch (error) {
    const { code = '' } = /** @type {NodeJS.ErrnoException} */ (error);
    throw new Refusal(`Le dossier de données ${folder} ne peut pas être écrit : ${reasons[code] ?? code}.`);
  }
  try {
    for (let waited = 0; !tookOver(mine, file); ) {
      const holder = contentOf(file);
      const [pid] = holder.split(' ');
      if (identity(Number(pid)) !== holder) putAside(file, holder);
      else if (waited >= PATIENCE) {
        throw new Refusal(`Guichet tourne déjà sur le dossier de données ${folder} (processus ${pid}).`);
      } else {
        await wait(100);
        waited += 100;
      }
    }
  } finally {
    rmSync(mine, { force: true });
  }
  process.on('exit', () => rmSync(file, { force: true }));
}

/** Empty when it has been let go meanwhile. */
function contentOf(/** @type {string} */ file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return '';
    throw error;
  }
}

/** A link is made at once or not at all, and is never seen half written. */
function tookOver(/** @type {string} */ mine, /** @type {string} */ file) {
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/** Of two that find the same dead holder, the one that comes second must not throw out the first. */
function putAside(/** @type {string} */ file, /** @type {string} */ holder) {
  const aside = `${file}.${process.pid}.mort`;
  try {
    renameSync(file, aside);
    if (readFileSync(aside, 'utf8') !== holder) renameSync(aside, file);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOENT') throw error;
  }
  rmSync(aside, { force: true });
}

/**
 * A process by its number and its birth, since numbers are used again; undefined when it is dead.
 * @param {number} pid
 */
function identity(pid) {
  try {
    return `${pid} ${birthOf(pid)}`;
  } catch {
    return undefined;
  }
}

function birthOf(/** @type {number} */ pid) {
  if (process.platform !== 'linux') {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  }
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (state === 'Z') throw new Error('it is dead, but nobody has buried it');
  return rest[18];
}
