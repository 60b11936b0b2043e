import { Logger } from 'graphile-worker';

export type Log = (level: 'warning' | 'error', message: string) => void;

/** The one place where work in the background says something. Never a payload, never an address with a password. */
export const log: Log = (level, message) => {
  const line = `[tâches] ${message}`;
  if (level === 'error') console.error(line);
  else console.warn(line);
};

/** What the queue itself says: its troubles only. A job's failure is said by `run.ts`, once and in our words. */
export const workerLogger = new Logger(() => (level, message, meta) => {
  if (meta?.failure || (level !== 'error' && level !== 'warning')) return;
  log(level, message);
});
