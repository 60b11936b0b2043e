// @ts-check
import { once } from 'node:events';
import { createServer } from 'node:net';
import { Refusal } from './refusal.mjs';

/**
 * Tells at once, rather than after everything has been prepared. Any other trouble is left to the server to tell.
 * @param {string} host
 * @param {number} port
 * @throws {Refusal} when somebody listens there
 */
export async function demandFreePort(host, port) {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return;
  const probe = createServer();
  try {
    await once(probe.listen(port, host), 'listening');
    probe.close();
    await once(probe, 'close');
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EADDRINUSE') return;
    throw new Refusal(
      `Le port ${port} est déjà pris : libérez-le, ou choisissez-en un autre (PORT=${port + 1} npm start).`,
    );
  }
}
