import { spawn } from 'node:child_process';
import path from 'node:path';
import { clusterIn } from './cluster.ts';

/**
 * Waits for a word on its input. If the line breaks instead, whoever held it is dead, even by SIGKILL: then it stops
 * PostgreSQL ($1), waits until that has removed its postmaster.pid ($2) and removes the home ($3) of an ephemeral one.
 */
const SCRIPT = `
read -r word && exit 0
kill -INT "$1"
tries=0
while [ -e "$2" ] && [ $tries -lt 300 ]; do tries=$((tries + 1)); sleep 0.1; done
[ -z "$3" ] || rm -rf -- "$3"
`;

/** Keeps the PostgreSQL of a home from outliving this process. @returns what sends the guardian home */
export function guard(pid: number, home: string, ephemeral: boolean): () => void {
  const file = path.join(clusterIn(home), 'postmaster.pid');
  const args = ['-c', SCRIPT, 'guichet-gardien', String(pid), file, ephemeral ? home : ''];
  const guardian = spawn('/bin/sh', args, { stdio: ['pipe', 'ignore', 'ignore'], detached: true, cwd: '/' });
  guardian.unref();
  const line = guardian.stdin as typeof guardian.stdin & { unref(): void };
  line.unref();
  line.on('error', () => undefined);
  return () => void line.end('fini\n');
}
