import type { execFile } from 'node:child_process';
import type { Noter } from './journal.ts';

export interface PortsBattement {
  env: NodeJS.ProcessEnv;
  executer: typeof execFile;
  noter: Noter;
}

/** Milliseconds. */
const PATIENCE = 5000;

/**
 * Tells systemd that we live, and only when the screens say that they do: nothing else feeds its watchdog. Node cannot
 * write to systemd’s socket itself; `systemd-notify` can, and needs `NotifyAccess=all`.
 * @returns what to call at each sign of life of the screens; does nothing outside a service
 */
export function ouvrirBattement({ env, executer, noter }: PortsBattement): () => void {
  const { NOTIFY_SOCKET } = env;
  if (!NOTIFY_SOCKET) return () => undefined;
  let ready = false;
  let telling = false;
  const options = { env: { NOTIFY_SOCKET, PATH: '/usr/bin:/bin' }, timeout: PATIENCE, shell: false };
  return () => {
    if (telling) return;
    telling = true;
    executer('systemd-notify', ready ? ['WATCHDOG=1'] : ['READY=1', 'WATCHDOG=1'], options, (error) => {
      telling = false;
      if (error) noter('veilleur', { raison: error.message });
      else ready = true;
    });
  };
}
