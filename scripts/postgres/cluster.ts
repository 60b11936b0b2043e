import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, chown, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { CannotStart } from '../../server/explain.ts';
import type { Account } from './account.ts';

const run = promisify(execFile);

export const USER = 'guichet';

/** Sorts and folds case alike on every machine, whatever locales it has. */
const LOCALE = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

const THROWN_AWAY = ['--no-sync', '--no-data-checksums'];

interface Making {
  home: string;
  initdb: string;
  account: Account;
  ephemeral: boolean;
}

export const clusterIn = (home: string): string => path.join(home, 'cluster');

export const passwordOf = async (home: string): Promise<string> =>
  (await readFile(path.join(home, 'mot-de-passe'), 'utf8')).trim();

/** Makes the cluster of a home unless it is there; its password is generated and stays in the home. */
export async function ensureCluster({ home, initdb, account, ephemeral }: Making): Promise<void> {
  const cluster = clusterIn(home);
  const there = await access(cluster).then(
    () => true,
    () => false,
  );
  if (there) return;
  const password = path.join(home, 'mot-de-passe');
  await writeFile(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (account) await chown(password, account.uid, account.gid);
  const aside = `${cluster}.nouveau`;
  await rm(aside, { recursive: true, force: true });
  const identity = ['-D', aside, `--username=${USER}`, '--auth=scram-sha-256', `--pwfile=${password}`];
  await run(initdb, [...identity, ...LOCALE, ...(ephemeral ? THROWN_AWAY : [])], { ...account, cwd: home }).catch(
    ({ stderr }: { stderr?: string }) => {
      throw new CannotStart(`PostgreSQL n’a pas pu créer sa base dans ${home} : ${stderr?.trim().split('\n').at(-1)}`);
    },
  );
  await rename(aside, cluster);
}
