import { once, setMaxListeners } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { airtelSide } from './airtel.ts';
import { announcer, type Delivery, deliver } from './callbacks.ts';
import { openClock } from './clock.ts';
import { openControl, type Received } from './control.ts';
import { type Answer, type Asked, answer } from './message.ts';
import { type MtnSettings, mtnSide } from './mtn.ts';
import { openScenarios } from './scenario.ts';
import { openStatement } from './statement.ts';
import { newKey, openWorld } from './world.ts';

interface Settings {
  /** 0: any that is free. */
  port: number;
  host?: string;
  rappels?: {
    /** The host that MTN's callbacks must have: `localhost` unless told otherwise. */
    hote_mtn?: string;
    methode_mtn?: 'PUT' | 'POST';
    /** Where Airtel's callbacks go, as its portal would have it. */
    airtel?: string;
  };
  /** Milliseconds that a customer takes to type the code; 0 in tests. */
  delai?: number;
  /** Where MTN's numbers 455 to 462 answer. */
  magie?: MtnSettings['magic'];
  /** Milliseconds since 1970. */
  horloge?: () => number;
  /** Where the numbers of its transactions begin: a real operator never gives one twice, also after a restart. */
  premiere?: number;
}

const BODY_MAX = 64 * 1024;
const REQUESTS_KEPT = 10_000;
const TIMER_MAX = 2 ** 31 - 1;

/**
 * MTN's and Airtel's tills on this machine: the same requests, checks and answers, without money. `variables` are the
 * settings with which a server talks to it.
 */
export async function startSandbox({
  port,
  host = '127.0.0.1',
  rappels = {},
  delai = 0,
  magie = 'get',
  horloge = Date.now,
  premiere,
}: Settings) {
  const user = {
    id: '5a0dbc5e-3c1f-4d52-9d4e-5a4db0c50001',
    secret: newKey(),
    callbackHost: rappels.hote_mtn ?? 'localhost',
  };
  const [key, client, secret, hashKey] = [newKey(), newKey(), newKey(), newKey()];
  const clock = openClock(horloge);
  const world = openWorld(clock.now, announcer({ method: rappels.methode_mtn ?? 'PUT', hashKey }), premiere);
  const scenarios = openScenarios();
  const requests: Received[] = [];
  const deliveries: Delivery[] = [];
  const ending = new AbortController();
  // Every callback on its way listens to it.
  setMaxListeners(0, ending.signal);
  let timer: NodeJS.Timeout | undefined;

  const sides = [
    mtnSide(world, scenarios, { key, user, magic: magie, delay: delai }, clock.now),
    airtelSide(world, scenarios, { client, secret, delay: delai, callback: rappels.airtel, hashKey }, clock.now),
  ];
  const { control, serve } = openControl({
    scenarios,
    clock,
    statement: openStatement(world.debits),
    debits: world.debits,
    requests,
    deliveries,
    tick,
  });

  /** Settles what is due, sends its callbacks, and looks again when the next thing is due. */
  async function tick(): Promise<void> {
    if (ending.signal.aborted) return;
    clearTimeout(timer);
    const sending = Promise.all(world.sweep().map((callback) => deliver(callback, ending.signal)));
    const rest = clock.runs() ? world.rest() : undefined;
    if (rest !== undefined) timer = setTimeout(() => void tick(), Math.min(rest, TIMER_MAX));
    deliveries.push(...(await sending));
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await read(request);
    const served = asked && (await serve(asked));
    if (!asked || served) return write(response, served ?? answer(413));
    const given = sides.map((side) => side(asked)).find(Boolean) ?? answer(404);
    requests.push({ ...asked, answered: given.fault ? 0 : given.status });
    if (requests.length > REQUESTS_KEPT) requests.shift();
    if (given.slow) await wait(given.slow);
    if (given.callbacksFirst) await tick();
    write(response, given);
    setImmediate(() => void tick());
  }

  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    handle(request, response).catch((error: Error) => write(response, { status: 500, raw: String(error) }));
  });
  server.on('connection', (socket) => sockets.add(socket.on('close', () => sockets.delete(socket))));
  server.listen(port, host);
  await once(server, 'listening');
  const url = `http://${host}:${(server.address() as AddressInfo).port}`;

  return {
    url,
    control,
    variables: {
      MOMO_MTN: 'sandbox',
      MOMO_MTN_HOTE: url,
      MOMO_MTN_CLE: key,
      MOMO_MTN_UTILISATEUR: user.id,
      MOMO_MTN_SECRET: user.secret,
      MOMO_AIRTEL: 'sandbox',
      MOMO_AIRTEL_HOTE: url,
      MOMO_AIRTEL_CLIENT: client,
      MOMO_AIRTEL_SECRET: secret,
      MOMO_AIRTEL_CLE_RAPPEL: hashKey,
    },
    async stop(): Promise<void> {
      ending.abort();
      clearTimeout(timer);
      for (const socket of sockets) socket.destroy();
      const closed = once(server, 'close');
      server.close();
      await closed;
    },
  };
}

/** The request with its body; undefined if that is longer than any of theirs is. */
async function read(request: IncomingMessage): Promise<Asked | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_MAX) return undefined;
    chunks.push(chunk);
  }
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
  return {
    method: request.method ?? '',
    path: (request.url ?? '').split('?')[0] ?? '',
    headers: Object.fromEntries(headers),
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

function write(response: ServerResponse, { status, body, raw, type, fault }: Answer): void {
  if (fault === 'timeout') return;
  if (fault === 'reset') return void response.socket?.resetAndDestroy();
  const text = raw ?? (body === undefined ? '' : JSON.stringify(body));
  if (text !== '') response.setHeader('Content-Type', type ?? 'application/json');
  response.writeHead(status).end(text);
}
