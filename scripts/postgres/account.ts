import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { CannotStart } from '../../server/explain.ts';

const run = promisify(execFile);

/** The account that PostgreSQL runs under; undefined when it is our own. */
export type Account = { uid: number; gid: number } | undefined;

/**
 * PostgreSQL refuses to run as root: then the owner of the data folder if there is one already, the machine's own
 * `postgres`, or `nobody`.
 */
export async function accountFor(cluster?: string): Promise<Account> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = cluster && (await stat(cluster).catch(() => undefined));
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const account = (await named('postgres')) ?? (await named('nobody'));
  if (!account)
    throw new CannotStart('PostgreSQL ne tourne pas sous root, et il n’y a ni compte postgres ni compte nobody');
  return account;
}

async function named(name: string): Promise<Account> {
  try {
    const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, name])));
    return { uid: Number(uid?.stdout), gid: Number(gid?.stdout) };
  } catch {
    return undefined;
  }
}

/** Whether the account can go into a folder. The shell asks, so that every kind of right counts. */
export const canEnter = (folder: string, account: Account): Promise<boolean> => shell('cd -- "$0"', folder, account);

/** Whether the account can go into a folder and write there. */
export const canUse = (folder: string, account: Account): Promise<boolean> =>
  shell('cd -- "$0" && test -w .', folder, account);

const shell = (question: string, folder: string, account: Account): Promise<boolean> =>
  run('/bin/sh', ['-c', question, folder], { ...account, cwd: '/' }).then(
    () => true,
    () => false,
  );
