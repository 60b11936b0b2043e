import net from 'node:net';

/** What to ask: the next path each time, with these headers. */
export interface Target {
  /** `http://127.0.0.1:1234`; no other host is ever loaded. */
  origin: string;
  headers?: Record<string, string>;
  next: () => string;
}

export interface Measured {
  /** Answers a second. */
  rate: number;
  answers: number;
  /** Bytes of bodies received, all together. */
  bytes: number;
}

/** However fast the answers come, one measurement ends here. */
const ANSWERS_MAX = 1_000_000;
const END_OF_HEAD = Buffer.from('\r\n\r\n');

/**
 * Keeps `connections` busy for so many seconds, one request at a time each, over bare sockets so that measuring costs
 * as little as it can beside what is measured.
 * @throws when an answer is not a 200 with a length
 */
export async function load(
  target: Target,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Measured> {
  const { hostname, port } = new URL(target.origin);
  if (hostname !== '127.0.0.1') throw new Error(`${hostname} is not this machine`);
  const tally = { answers: 0, bytes: 0 };
  const started = performance.now();
  const open = () => performance.now() - started < seconds * 1000 && tally.answers < ANSWERS_MAX;
  await Promise.all(
    Array.from({ length: connections }, () => keepBusy(net.connect(Number(port), hostname), target, open, tally)),
  );
  const elapsed = (performance.now() - started) / 1000;
  return { rate: tally.answers / elapsed, ...tally };
}

function keepBusy(
  socket: net.Socket,
  target: Target,
  open: () => boolean,
  tally: { answers: number; bytes: number },
): Promise<void> {
  const headers = Object.entries({ Host: new URL(target.origin).host, ...target.headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  const ask = () => socket.write(`GET ${target.next()} HTTP/1.1\r\n${headers.join('')}\r\n`);
  let received = Buffer.alloc(0);

  socket.setNoDelay(true);
  return new Promise((resolve, reject) => {
    socket.on('connect', ask);
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('the server closed the connection')));
    socket.on('data', (chunk) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      const length = bodyLength(received);
      if (length instanceof Error) return socket.destroy(length);
      if (length === undefined) return;
      tally.answers += 1;
      tally.bytes += length;
      received = Buffer.alloc(0);
      if (open()) return ask();
      socket.end();
      resolve();
    });
  });
}

/** The length of the body once all of it is here. */
function bodyLength(received: Buffer): number | undefined | Error {
  const end = received.indexOf(END_OF_HEAD);
  if (end < 0) return undefined;
  const head = received.toString('latin1', 0, end);
  if (!head.startsWith('HTTP/1.1 200 '))
    return new Error(`unexpected answer: ${head.slice(0, 200)} ${received.toString('utf8', end + 4, end + 400)}`);
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (!length) return new Error('an answer without its length');
  return received.length >= end + 4 + Number(length) ? Number(length) : undefined;
}
