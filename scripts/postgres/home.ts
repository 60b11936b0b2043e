import { createHash } from 'node:crypto';
import { chmod, chown, lstat, mkdir, realpath, rm, rmdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { CannotStart } from '../../server/explain.ts';
import { type Account, canUse } from './account.ts';
import { makeFolder, openPlace } from './places.ts';

/**
 * Where the database of a data folder lives: in it, as `postgres`, or behind a link of that name when the account
 * cannot go there.
 */
export async function homeFor(dataDir: string, account: Account, log: (line: string) => void): Promise<string> {
  const home = path.resolve(dataDir, 'postgres');
  const known = await realpath(home).catch(() => undefined);
  if (known && (await canUse(known, account))) return known;
  if (known)
    throw new CannotStart(`PostgreSQL n’a pas accès à son dossier ${known} : rendez-le-lui, ou donnez DATABASE_URL`);
  if (await lstat(home).catch(() => undefined)) {
    log(`La base que désignait ${home} n’est plus là : une nouvelle est créée`);
    await rm(home);
  }
  const made = await mkdir(path.dirname(home), { recursive: true });
  if (made) await chmod(path.dirname(home), account ? 0o711 : 0o700);
  if (await settle(home, account)) return realpath(home);
  const mark = createHash('sha256').update(home).digest('hex').slice(0, 8);
  const elsewhere = await makeFolder([await openPlace(account)], `donnees-${mark}-`, account);
  await symlink(elsewhere, home);
  log(`Base placée dans ${elsewhere}, que PostgreSQL peut atteindre`);
  return elsewhere;
}

async function settle(home: string, account: Account): Promise<boolean> {
  await mkdir(home, { mode: 0o700 });
  if (account) await chown(home, account.uid, account.gid);
  if (await canUse(home, account)) return true;
  await rmdir(home);
  return false;
}
