import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { mountPanel } from '../admin/panel/mount.ts';
import { mountKiosk } from '../kiosk/mount.ts';
import type { Config } from './config.ts';
import { CannotStart } from './explain.ts';
import type { Guichet } from './guichet.ts';
import { createApp } from './http/app.ts';
import { serverOf } from './http/server.ts';
import { startJobs } from './jobs.ts';

export interface Serving {
  /** Where it listens: `http://127.0.0.1:3000`. */
  address: string;
  /** Finishes the requests in flight and the jobs under way, then is closed to the world. */
  stop(): Promise<void>;
}

/** Milliseconds that requests in flight have to finish once the end has been asked for. */
const GRACE = 10_000;

/** Opens every surface of a Guichet to the world, and works off its jobs. @throws {CannotStart} */
export async function serve(guichet: Guichet): Promise<Serving> {
  const { config } = guichet;
  const app = createApp(guichet, { panel: await mountPanel(guichet), screens: mountKiosk() });
  const jobs = config.GUICHET_JOBS === 'inside' ? await startJobs(guichet) : undefined;
  const server = await listen(app, config).catch(async (error) => {
    await jobs?.stop();
    throw error;
  });
  return {
    address: addressOf(server.address() as AddressInfo),
    async stop() {
      // Who listens for news would keep the door open.
      app.emit('fin');
      await Promise.all([finish(server), jobs?.stop()]);
    },
  };
}

/** Whoever listens everywhere is reached on this machine too. */
function addressOf({ address, port, family }: AddressInfo): string {
  if (address === '0.0.0.0' || address === '::') return `http://127.0.0.1:${port}`;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

async function listen(app: Express, { HOST, PORT }: Config): Promise<Server> {
  const server = serverOf(app).listen(PORT, HOST);
  try {
    await once(server, 'listening');
    return server;
  } catch (error) {
    throw new CannotStart(whyNot(HOST, PORT, error as NodeJS.ErrnoException));
  }
}

function whyNot(host: string, port: number, { code, message }: NodeJS.ErrnoException): string {
  if (code === 'EADDRINUSE')
    return `Le port ${port} est déjà pris : libérez-le, ou choisissez-en un autre (PORT=${port + 1} npm start)`;
  if (code === 'EACCES')
    return `Le port ${port} demande des droits que ce compte n’a pas : choisissez-en un au-dessus de 1023 (PORT)`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `Cette machine n’a pas l’adresse ${host} (HOST)`;
  return `Impossible d’écouter sur ${host}:${port} : ${message}`;
}

async function finish(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  // A connection that was busy stays open for its next request once it has been answered: it is let go here.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const late = setTimeout(() => server.closeAllConnections(), GRACE);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}
