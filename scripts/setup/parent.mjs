// @ts-check

/** Milliseconds between two looks. */
const EVERY = 250;

/**
 * Ends this process in good order when the npm that started it is gone, be it by SIGKILL: nobody could stop it
 * otherwise, and the next start would find everything taken.
 */
export function followNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const npm = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(looking);
    process.kill(process.pid, 'SIGTERM');
  }, EVERY).unref();
}
