import { chmod, chown, lstat, mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { CannotStart } from '../../server/explain.ts';
import { type Account, canEnter, canUse } from './account.ts';

/**
 * A folder for what another account must reach when the checkout is closed to it: `/var/lib/guichet`, or the like
 * where that cannot be written. Ours alone, so that nobody else can put anything in its place.
 */
export async function openPlace(account: Account): Promise<string> {
  for (const parent of ['/var/lib', '/var/tmp', os.tmpdir(), '/tmp']) {
    const place = path.join(parent, 'guichet');
    await mkdir(place).then(() => chmod(place, 0o755), unlessThere);
    const { uid, mode } = await lstat(place).catch(() => ({ uid: -1, mode: 0 }));
    if (uid === process.getuid?.() && (mode & 0o022) === 0 && (await canEnter(place, account))) return place;
  }
  throw new CannotStart('PostgreSQL n’a pas trouvé de dossier où écrire, ni sous /var/lib ni parmi les temporaires');
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (!['EEXIST', 'EACCES', 'ENOENT', 'EROFS', 'EPERM'].includes(error.code ?? '')) throw error;
}

/** An empty folder that belongs to the account alone, below the first parent that it can reach. */
export async function makeFolder(parents: readonly string[], prefix: string, account: Account): Promise<string> {
  for (const parent of parents) {
    const made = await mkdtemp(path.join(parent, prefix)).catch(() => undefined);
    if (!made) continue;
    if (account) await chown(made, account.uid, account.gid);
    if (await canUse(made, account)) return made;
    await rm(made, { recursive: true });
  }
  throw new CannotStart(`PostgreSQL ne peut écrire dans aucun de ces dossiers : ${parents.join(', ')}`);
}
